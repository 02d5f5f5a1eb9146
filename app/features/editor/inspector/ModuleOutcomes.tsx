import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import type { ModuleOutcome } from '@/engine/flow'
import { moved, setOutcomes } from '../model/edits/flow'
import { useEditor, useSession } from '../session/EditorContext'
import classes from './FlowSettings.module.css'
import fields from './fields/Fields.module.css'
import { Grip } from './fields/Grip'
import { useReorder } from './fields/useReorder'
import { outcomeId } from './outcome-id'

/** A module's exits: each becomes an exit of the steps that run it. */
export function ModuleOutcomes() {
  const t = useTranslations('editor.outcomes')
  const { editor } = useSession()
  const outcomes = useEditor((state) => state.document.outcomes) ?? []
  const readOnly = useEditor((state) => state.readOnly)
  const set = (next: readonly ModuleOutcome[], tag?: string) =>
    editor.getState().run({ name: 'module-outcome', tag, edit: (document) => setOutcomes(document, next) })
  const reorder = useReorder(outcomes.length, (from, to) => set(moved(outcomes, from, to)))
  const add = () => {
    const label = t('fresh', { number: outcomes.length + 1 })
    set([...outcomes, { id: outcomeId(label, outcomes), label }])
  }
  return (
    <section className={classes.section} aria-label={t('title')} data-testid="module-outcomes">
      <h3 className={classes.title}>{t('title')}</h3>
      <p className={classes.help}>{t('help')}</p>
      <ul className={classes.list} ref={reorder.list}>
        {outcomes.map((outcome, index) => (
          <li key={outcome.id} className={fields.row} data-row data-drop={reorder.over === index || undefined}>
            {!readOnly && <Grip reorder={reorder} index={index} label={t('move', { name: outcome.label })} />}
            <TextInput
              size="xs"
              style={{ flex: 1 }}
              aria-label={t('label')}
              value={outcome.label}
              maxLength={80}
              readOnly={readOnly}
              onChange={(event) => {
                const label = event.currentTarget.value
                if (label !== '')
                  set(
                    outcomes.map((other) => (other === outcome ? { ...other, label } : other)),
                    `outcome:${outcome.id}`,
                  )
              }}
            />
            {!readOnly && (
              <ActionIcon
                size="sm"
                aria-label={t('remove', { name: outcome.label })}
                onClick={() => set(outcomes.filter((other) => other !== outcome))}
              >
                <IconX size={14} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && (
        <Button size="compact-xs" variant="subtle" color="gray" leftSection={<IconPlus size={13} />} onClick={add}>
          {t('add')}
        </Button>
      )}
    </section>
  )
}
