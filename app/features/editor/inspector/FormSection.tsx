import { Collapse, UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useEffect, useId } from 'react'
import { SeverityIcon } from '../canvas/ProblemBadge'
import { useUi } from '../session/EditorContext'
import { useNodeWords } from '../words/useNodeWords'
import classes from './ConfigForm.module.css'

interface Props {
  readonly type: string
  readonly section: string
  /** Fields inside: when one of them is asked for, the section opens. */
  readonly keys: readonly string[]
  readonly problems: number
  readonly opened: boolean
  readonly onToggle: (opened: boolean) => void
  readonly children: ReactNode
}

/** A foldable part of a form. */
export function FormSection({ type, section, keys, problems, opened, onToggle, children }: Props) {
  const words = useNodeWords()
  const id = useId()
  const asked = useUi((state) => state.field)
  const wanted = asked !== null && keys.some((key) => key === asked.path[0])
  const nonce = asked?.nonce
  // biome-ignore lint/correctness/useExhaustiveDependencies: each request opens it, also a repeated one
  useEffect(() => {
    if (wanted) onToggle(true)
  }, [wanted, nonce])
  return (
    <section className={classes.section}>
      <UnstyledButton className={classes.sectionHead} aria-expanded={opened} aria-controls={id} onClick={() => onToggle(!opened)}>
        <IconChevronRight size={14} stroke={2} className={classes.chevron} aria-hidden />
        <span>{words.section(type, section)}</span>
        {problems > 0 && (
          <span className={classes.sectionProblems}>
            <SeverityIcon severity="error" size={13} />
            {problems}
          </span>
        )}
      </UnstyledButton>
      <Collapse expanded={opened} id={id} transitionDuration={120}>
        <div className={classes.sectionBody}>{children}</div>
      </Collapse>
    </section>
  )
}
