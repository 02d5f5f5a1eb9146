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

/** Modules in modules go on at this depth, so that the words keep their room. */
const MOST_INDENTED = 3

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
  const words = useStepWords(session)
  useEffect(() => {
    if (open) item.current?.scrollIntoView({ block: 'nearest' })
  }, [open])
  const state = step.errorCode ? 'failed' : step.leftAt === null && session.status === 'active' ? 'running' : 'done'
  const module = words.module(step)
  const title = words.title(step)
  const last = module === undefined ? undefined : lastInside(session.steps, step)
  const outcome = (last && words.moduleExit(last)) ?? words.outcome(step)
  const led = outcome && outcome !== title && `→ ${outcome}`
  return (
    <li
      ref={item}
      className={classes.step}
      style={{ marginInlineStart: `${Math.min(step.path.split('.').length - 1, MOST_INDENTED) * 1.25}rem` }}
      data-inside={step.path.includes('.') || undefined}
      data-open={open || undefined}
      data-state={state}
    >
      <UnstyledButton className={classes.row} aria-expanded={open} aria-controls={id} onClick={onToggle}>
        <span className={classes.icon}>
          <NodeIcon type={step.type} size={14} />
        </span>
        <span className={classes.words}>
          <span className={classes.name} style={{ display: 'block' }}>
            {title}
          </span>
          <span className={classes.outcome} style={{ display: 'block' }}>
            {[state === 'running' ? t('running') : led, module].filter(Boolean).join(' · ')}
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

/** The step by which a module was left that time. */
function lastInside(steps: readonly Step[], { path, visit }: Step): Step | undefined {
  const after = steps.filter((other) => other.visit > visit)
  const end = after.findIndex((other) => !other.path.startsWith(`${path}.`))
  return (end < 0 ? after : after.slice(0, end)).at(-1)
}
