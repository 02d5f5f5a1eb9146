import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { memo, useCallback, useMemo } from 'react'
import type { Prompt } from '@/engine/flow'
import { equal } from '../../model/equal'
import { useFormScope } from '../FormContext'
import type { FieldPath } from '../field-props'
import { useProblems } from '../useProblems'
import { useStable } from '../useStable'
import { FieldProblems } from './FieldProblems'
import { Grip } from './Grip'
import { LanguageMenu } from './LanguageMenu'
import { ListenButton } from './ListenButton'
import classes from './Prompts.module.css'
import { SoundPrompt } from './SoundPrompt'
import { TextPrompt } from './TextPrompt'
import type { Reorder } from './useReorder'
import { ValuePrompt } from './ValuePrompt'

interface Props {
  readonly prompt: Prompt
  readonly index: number
  /** Of the list. */
  readonly base: FieldPath
  readonly label: string
  readonly readOnly: boolean
  readonly reorder: Reorder | null
  readonly onChange: (index: number, prompt: Prompt) => void
  readonly onRemove: (index: number) => void
}

/** One thing that the caller hears. Drawn when it changes, not with its neighbours. */
export const PromptRow = memo(function PromptRow({ prompt, index, base, label, readOnly, reorder, onChange, onRemove }: Props) {
  const t = useTranslations('editor.prompts')
  const { nodeId } = useFormScope()
  const path = useMemo(() => [...base, index], [base, index])
  const own = useProblems(nodeId, ({ path: at, range }) => at !== undefined && !range && equal(at.slice(0, path.length), path))
  const write = useCallback((next: Prompt) => onChange(index, next), [onChange, index])
  const speak = useStable((language: string | null) => {
    if (prompt.kind === 'sound') return
    const { language: _, ...rest } = prompt
    write(language ? { ...rest, language } : rest)
  })
  const name = t('item', { label, number: index + 1 })
  return (
    <li
      className={classes.prompt}
      data-row
      data-drop={reorder?.over === index || undefined}
      data-dragging={reorder?.from === index || undefined}
      data-field={JSON.stringify(path)}
      data-prompt={prompt.kind}
    >
      <div className={classes.body}>
        {prompt.kind === 'text' && <TextPrompt prompt={prompt} label={name} path={path} readOnly={readOnly} onChange={write} />}
        {prompt.kind === 'sound' && <SoundPrompt prompt={prompt} label={name} readOnly={readOnly} onChange={write} />}
        {prompt.kind === 'value' && <ValuePrompt prompt={prompt} label={name} path={path} readOnly={readOnly} onChange={write} />}
      </div>
      <div className={classes.tools}>
        {reorder && !readOnly && <Grip reorder={reorder} index={index} label={t('move', { number: index + 1 })} />}
        <ListenButton prompt={prompt} />
        {prompt.kind !== 'sound' && <LanguageMenu language={prompt.language} readOnly={readOnly} onChange={speak} />}
        <span className={classes.gap} />
        {!readOnly && (
          <ActionIcon size="sm" aria-label={t('remove', { number: index + 1 })} onClick={() => onRemove(index)}>
            <IconX size={14} />
          </ActionIcon>
        )}
      </div>
      <FieldProblems problems={own} />
    </li>
  )
})
