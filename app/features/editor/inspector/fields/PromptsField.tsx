import { Button, Menu } from '@mantine/core'
import { IconHash, IconMessage2, IconMusic, IconPlus } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import type { Prompt } from '@/engine/flow'
import { moved } from '../../model/edits/flow'
import type { FieldProps } from '../field-props'
import { useStable } from '../useStable'
import { FieldFrame } from './FieldFrame'
import classes from './Fields.module.css'
import { PromptRow } from './PromptRow'
import { storedPrompts } from './stored-prompts'
import { useReorder } from './useReorder'

const fresh: { readonly [K in Prompt['kind']]: Prompt } = {
  text: { kind: 'text', text: '' },
  sound: { kind: 'sound', sound: '' },
  value: { kind: 'value', value: '', as: 'text' },
}

/** What the caller hears, in order: words, sounds from the library, values read out. */
export function PromptsField({ spec, path, value, onChange, label, help, problems, readOnly }: FieldProps) {
  const t = useTranslations('editor.prompts')
  const prompts = storedPrompts(value)
  const move = useStable((from: number, to: number) => onChange(moved(prompts, from, to)))
  const set = useStable((index: number, prompt: Prompt) => onChange(prompts.map((old, at) => (at === index ? prompt : old))))
  const remove = useStable((index: number) => onChange(prompts.filter((_, at) => at !== index)))
  const reorder = useReorder(prompts.length, move)
  // words that were just asked for can be typed at once
  const asked = useRef(false)
  useEffect(() => {
    if (!asked.current) return
    asked.current = false
    reorder.list.current?.querySelector<HTMLElement>(':scope > :last-child :is(textarea, [role="textbox"])')?.focus()
  })
  const add = (kind: Prompt['kind']) => {
    asked.current = kind === 'text'
    onChange([...prompts, fresh[kind]])
  }
  return (
    <FieldFrame label={label} help={help} problems={problems} group>
      {() => (
        <>
          <ul className={classes.rows} ref={reorder.list}>
            {prompts.map((prompt, index) => (
              <PromptRow
                // biome-ignore lint/suspicious/noArrayIndexKey: prompts have no identity besides their place
                key={index}
                prompt={prompt}
                index={index}
                base={path}
                label={label}
                readOnly={readOnly}
                reorder={prompts.length > 1 ? reorder : null}
                onChange={set}
                onRemove={remove}
              />
            ))}
          </ul>
          {!readOnly && (
            <Button.Group mt={prompts.length > 0 ? 6 : 0}>
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                leftSection={<IconPlus size={13} />}
                onClick={() => add('text')}
                data-testid={`add-${spec.key}-text`}
              >
                {prompts.length > 0 ? t('addText') : t('addFirst')}
              </Button>
              <Menu position="bottom-start" withinPortal>
                <Menu.Target>
                  <Button size="compact-xs" variant="subtle" color="gray" data-testid={`add-${spec.key}-other`}>
                    {t('addOther')}
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item leftSection={<IconMessage2 size={15} stroke={1.75} />} onClick={() => add('text')}>
                    {t('kinds.text')}
                  </Menu.Item>
                  <Menu.Item leftSection={<IconMusic size={15} stroke={1.75} />} onClick={() => add('sound')}>
                    {t('kinds.sound')}
                  </Menu.Item>
                  <Menu.Item leftSection={<IconHash size={15} stroke={1.75} />} onClick={() => add('value')}>
                    {t('kinds.value')}
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            </Button.Group>
          )}
        </>
      )}
    </FieldFrame>
  )
}
