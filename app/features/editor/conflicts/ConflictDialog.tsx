import { Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { Conflict, Side } from '../model/merge'
import { useSession, useUi } from '../session/EditorContext'
import classes from './ConflictDialog.module.css'
import { useConflictWords } from './useConflictWords'

/** Two people changed the same thing: both sides, and the choice for each. Opens by itself; nothing is saved until settled. */
export function ConflictDialog() {
  const { autosave } = useSession()
  const conflicts = useStore(autosave.state, (state) => (state.kind === 'conflict' ? state.conflicts : null))
  const asked = useUi((ui) => ui.dialog === 'conflicts' || !ui.conflictsLater)
  return conflicts && asked ? <Asked conflicts={conflicts} /> : null
}

function Asked({ conflicts }: { conflicts: readonly Conflict[] }) {
  const t = useTranslations('editor.conflicts')
  const { autosave, ui } = useSession()
  const words = useConflictWords()
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({})
  const all = (side: Side) => setChosen(Object.fromEntries(conflicts.map((conflict) => [conflict.id, side])))
  const missing = conflicts.filter((conflict) => !chosen[conflict.id]).length
  const later = () => ui.setState({ dialog: null, conflictsLater: true })
  return (
    <Modal opened onClose={later} title={t('title')} size={720} closeOnClickOutside={false} closeButtonProps={{ 'aria-label': t('later') }}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('explain')}
        </Text>
        <Group gap="xs">
          <Button size="compact-xs" variant="default" onClick={() => all('mine')}>
            {t('allMine')}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => all('theirs')}>
            {t('allTheirs')}
          </Button>
        </Group>
        <div className={classes.list}>
          {conflicts.map((conflict) => (
            <section key={conflict.id} className={classes.conflict} aria-label={words.title(conflict)}>
              <header className={classes.head}>
                <div>
                  <h3 className={classes.title}>{words.title(conflict)}</h3>
                  <p className={classes.what}>{t(conflict.kind)}</p>
                </div>
                <SegmentedControl
                  size="xs"
                  value={chosen[conflict.id] ?? ''}
                  onChange={(value) => setChosen((before) => ({ ...before, [conflict.id]: value === 'mine' ? 'mine' : 'theirs' }))}
                  data={[
                    { value: 'mine', label: t('keepMine') },
                    { value: 'theirs', label: t('keepTheirs') },
                  ]}
                  aria-label={t('choose', { what: words.title(conflict) })}
                />
              </header>
              {words.rows(conflict).map((row) => (
                <div key={row.field} className={classes.row}>
                  <span className={classes.field}>{row.field}</span>
                  <pre className={classes.value} data-chosen={chosen[conflict.id] === 'mine' || undefined}>
                    {row.mine}
                  </pre>
                  <pre className={classes.value} data-chosen={chosen[conflict.id] === 'theirs' || undefined}>
                    {row.theirs}
                  </pre>
                </div>
              ))}
            </section>
          ))}
        </div>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={later}>
            {t('later')}
          </Button>
          <Button
            disabled={missing > 0}
            onClick={() => {
              ui.setState({ dialog: null, conflictsLater: false })
              autosave.resolve((conflict) => chosen[conflict.id] ?? null)
            }}
          >
            {missing > 0 ? t('missing', { count: missing }) : t('settle')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
