'use client'

import { useTranslations } from 'next-intl'
import { useProblemText } from '@/app/features/shared/useProblemText'
import { CodeText } from '@/app/ui/data/CodeText'
import { JsonView } from '@/app/ui/data/JsonView'
import classes from './Trace.module.css'
import type { Step } from './useSelectedStep'

/** What went into a step, what came out, and what went wrong. A step that noted no values ran as it is drawn. */
export function StepDetails({ step, drawn }: { step: Step; drawn: readonly string[] }) {
  const t = useTranslations('calls.detail')
  const problemText = useProblemText()
  const text = problemText({ code: step.errorCode, message: step.errorMessage ?? step.errorCode })
  const asDrawn = step.input === null && drawn.length > 0
  return (
    <div className={classes.details}>
      {step.errorCode && (
        <div className={classes.error}>
          {text} <CodeText plain>{step.errorCode}</CodeText>
          {step.errorMessage && step.errorMessage !== text && (
            <div>{t.rich('technical', { detail: () => <span lang="en">{step.errorMessage}</span> })}</div>
          )}
        </div>
      )}
      <div className={classes.part}>
        <h3 className={classes.partName}>{asDrawn ? t('inputDrawn') : t('input')}</h3>
        {asDrawn ? (
          <p className={classes.lines}>{drawn.join('\n')}</p>
        ) : (
          <JsonView value={step.input} empty={t('noData')} names={{ said: t('said'), variables: t('variables') }} />
        )}
      </div>
      <div className={classes.part}>
        <h3 className={classes.partName}>{t('output')}</h3>
        <JsonView value={step.output} empty={t('noData')} />
      </div>
    </div>
  )
}
