import { CloseButton } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { FlowDocument } from '@/engine/flow'
import type { Explain } from '../model/explain'
import { useEditor, useSurroundings } from '../session/EditorContext'
import { useFlowMeta } from '../session/useFlowMeta'
import classes from './FirstSteps.module.css'

/** A drawing with more steps than this is nobody's first one; the list would only be in its way. */
const MOST_STEPS = 8

/** Three things that make a first flow, ticked off as they are done. Gone for good once closed or once something is live. */
export function FirstSteps() {
  const t = useTranslations('editor.firstSteps')
  const [closed, setClosed] = useLocalStorage({ key: 'patchbay.first-steps-closed', defaultValue: false, getInitialValueInEffect: true })
  const document = useEditor((state) => state.document)
  const readOnly = useEditor((state) => state.readOnly)
  const explain = useSurroundings((state) => state.explain)
  const { live, known } = useFlowMeta()
  const done = useMemo(() => progress(document, explain), [document, explain])
  if (closed || readOnly || !known || live || document.kind === 'module' || document.nodes.length > MOST_STEPS) return null
  const steps = [
    { key: 'speak', done: done.speaks },
    { key: 'ask', done: done.asks },
    { key: 'publish', done: false },
  ] as const
  return (
    <section className={classes.card} aria-label={t('title')} data-testid="first-steps">
      <header className={classes.head}>
        <h2 className={classes.title}>{t('title')}</h2>
        <CloseButton size="xs" aria-label={t('close')} onClick={() => setClosed(true)} />
      </header>
      <ol className={classes.list}>
        {steps.map((step) => (
          <li key={step.key} className={classes.step} data-done={step.done || undefined}>
            {step.done ? <IconCircleCheckFilled size={16} aria-hidden /> : <IconCircle size={16} stroke={1.5} aria-hidden />}
            <span>
              <span className={classes.name}>{t(`${step.key}.name`)}</span>
              <span className={classes.how}>{t(`${step.key}.how`)}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function progress(document: FlowDocument, explain: Explain) {
  const described = document.nodes.map((node) => explain(node))
  return {
    speaks: described.some(({ summary }) => summary.some((line) => line.kind === 'says' && line.text.trim() !== '')),
    asks: described.some(({ definition }) => definition?.category === 'input'),
  }
}
