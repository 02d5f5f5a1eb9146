'use client'

import { useTranslations } from 'next-intl'
import { useProblemText } from '@/app/features/shared/useProblemText'
import { CodeText } from '@/app/ui/data/CodeText'
import { JsonView } from '@/app/ui/data/JsonView'
import classes from './Trace.module.css'
import type { Step } from './useSelectedStep'

/** What went into a step, what came out, and what went wrong. */
export function StepDetails({ step }: { step: Step }) {
  const t = useTranslations('calls.detail')
  const problemText = useProblemText()
  return (
    <div className={classes.details}>
      {step.errorCode && (
        <div className={classes.error}>
          {problemText({ code: step.errorCode, message: step.errorMessage ?? step.errorCode })} <CodeText plain>{step.errorCode}</CodeText>
          {step.errorMessage && <div>{step.errorMessage}</div>}
        </div>
      )}
      <div className={classes.part}>
        <h3 className={classes.partName}>{t('input')}</h3>
        <JsonView value={step.input} empty={t('noData')} />
      </div>
      <div className={classes.part}>
        <h3 className={classes.partName}>{t('output')}</h3>
        <JsonView value={step.output} empty={t('noData')} />
      </div>
    </div>
  )
}
