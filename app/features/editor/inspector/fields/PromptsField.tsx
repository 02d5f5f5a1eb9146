import { Button, Menu } from '@mantine/core'
import { IconHash, IconMessage2, IconMusic, IconPlus } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Prompt } from '@/engine/flow'
import { moved } from '../../model/edits/flow'
import type { FieldProps } from '../field-props'
import { FieldFrame } from './FieldFrame'
import classes from './Fields.module.css'
import { PromptRow } from './PromptRow'
import { useReorder } from './useReorder'

const fresh: { readonly [K in Prompt['kind']]: Prompt } = {
  text: { kind: 'text', text: '' },
  sound: { kind: 'sound', sound: '' },
  value: { kind: 'value', value: '', as: 'text' },
}

/** What the caller hears, in order: words, sounds from the library, values read out. */
export function PromptsField({ spec, path, value, onChange, label, help, problems, readOnly }: FieldProps) {
  const t = useTranslations('editor.prompts')
  const prompts = (Array.isArray(value) ? value : []).flatMap((item): Prompt[] => {
    const read = Prompt.safeParse(item)
    return read.success ? [read.data] : []
  })
  const reorder = useReorder(prompts.length, (from, to) => onChange(moved(prompts, from, to)))
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
  const set = (index: number, prompt: Prompt) => onChange(prompts.map((old, at) => (at === index ? prompt : old)))
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
                path={[...path, index]}
                label={label}
                readOnly={readOnly}
                reorder={prompts.length > 1 ? reorder : null}
                onChange={(next) => set(index, next)}
                onRemove={() => onChange(prompts.filter((_, at) => at !== index))}
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
