import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { Prompt } from '@/engine/flow'
import { equal } from '../../model/equal'
import { useFormScope } from '../FormContext'
import type { FieldPath } from '../field-props'
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
  readonly path: FieldPath
  readonly label: string
  readonly readOnly: boolean
  readonly reorder: Reorder | null
  readonly onChange: (prompt: Prompt) => void
  readonly onRemove: () => void
}

/** One thing that the caller hears. */
export function PromptRow({ prompt, index, path, label, readOnly, reorder, onChange, onRemove }: Props) {
  const t = useTranslations('editor.prompts')
  const { problems } = useFormScope()
  const own = useMemo(
    () => problems.filter((problem) => problem.path && !problem.range && equal(problem.path.slice(0, path.length), path)),
    [problems, path],
  )
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
        {prompt.kind === 'text' && <TextPrompt prompt={prompt} label={name} path={path} readOnly={readOnly} onChange={onChange} />}
        {prompt.kind === 'sound' && <SoundPrompt prompt={prompt} label={name} readOnly={readOnly} onChange={onChange} />}
        {prompt.kind === 'value' && <ValuePrompt prompt={prompt} label={name} path={path} readOnly={readOnly} onChange={onChange} />}
      </div>
      <div className={classes.tools}>
        {reorder && !readOnly && <Grip reorder={reorder} index={index} label={t('move', { number: index + 1 })} />}
        <ListenButton prompt={prompt} />
        {prompt.kind !== 'sound' && (
          <LanguageMenu
            language={prompt.language}
            readOnly={readOnly}
            onChange={(language) => {
              const { language: _, ...rest } = prompt
              onChange(language ? { ...rest, language } : rest)
            }}
          />
        )}
        <span className={classes.gap} />
        {!readOnly && (
          <ActionIcon size="sm" aria-label={t('remove', { number: index + 1 })} onClick={onRemove}>
            <IconX size={14} />
          </ActionIcon>
        )}
      </div>
      <FieldProblems problems={own} />
    </li>
  )
}
