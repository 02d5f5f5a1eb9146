'use client'

import { UnstyledButton } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef } from 'react'
import { NodeIcon } from '@/app/features/editor/canvas/NodeIcon'
import { DateTime } from '@/app/ui/time/DateTime'
import { Duration } from '@/app/ui/time/Duration'
import type { Call } from './CallHeader'
import { StepDetails } from './StepDetails'
import classes from './Trace.module.css'
import type { Step } from './useSelectedStep'
import { useStepWords } from './useStepWords'

interface Props {
  step: Step
  session: Call['sessions'][number]
  open: boolean
  onToggle: () => void
}

/** One visit: what it was, how it was left, how long it took; opened, what went in and came out. */
export function TraceStep({ step, session, open, onToggle }: Props) {
  const t = useTranslations('calls.detail')
  const id = useId()
  const item = useRef<HTMLLIElement>(null)
  const words = useStepWords(session.document)
  useEffect(() => {
    if (open) item.current?.scrollIntoView({ block: 'nearest' })
  }, [open])
  const state = step.errorCode ? 'failed' : step.leftAt === null && session.status === 'active' ? 'running' : 'done'
  const module = words.module(step)
  const title = words.title(step)
  const outcome = words.outcome(step)
  const led = outcome && outcome !== title && `→ ${outcome}`
  return (
    <li ref={item} className={classes.step} data-open={open || undefined} data-state={state}>
      <UnstyledButton className={classes.row} aria-expanded={open} aria-controls={id} onClick={onToggle}>
        <span className={classes.icon}>
          <NodeIcon type={step.type} size={14} />
        </span>
        <span className={classes.words}>
          <span className={classes.name} style={{ display: 'block' }}>
            {title}
          </span>
          <span className={classes.outcome} style={{ display: 'block' }}>
            {[state === 'running' ? t('running') : led, module && `${t('module')} ${module}`].filter(Boolean).join(' · ')}
          </span>
        </span>
        <span className={classes.time}>
          <DateTime at={step.enteredAt} format="time" />
          <br />
          {step.durationMs !== null && <Duration ms={step.durationMs} format="short" />}
        </span>
      </UnstyledButton>
      <div id={id} hidden={!open}>
        {open && <StepDetails step={step} drawn={words.drawn(step)} />}
      </div>
    </li>
  )
}
