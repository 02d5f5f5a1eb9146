import { ActionIcon, Popover, Stack, Text, Tooltip, UnstyledButton } from '@mantine/core'
import { IconPhone, IconX } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCan } from '@/app/features/shared/me'
import { useSession, useUi } from '../session/EditorContext'
import { useFlowMeta } from '../session/useFlowMeta'
import classes from '../topbar/TopBar.module.css'
import { NumberForm } from './NumberForm'
import own from './NumbersPopover.module.css'
import { useAssign } from './useAssign'

/** The numbers that lead to this flow; assign another, or take one away. */
export function NumbersPopover() {
  const t = useTranslations('editor.numbers')
  const can = useCan()
  const { ui } = useSession()
  const opened = useUi((state) => state.dialog === 'numbers')
  const { numbers, live } = useFlowMeta()
  const { unassign, pending } = useAssign()
  const [removing, setRemoving] = useState<string | null>(null)
  const mayAssign = can('number.assign')
  const [first, ...rest] = numbers
  return (
    <Popover
      opened={opened}
      onChange={(open) => !open && ui.setState({ dialog: null })}
      position="bottom-end"
      width={320}
      trapFocus
      withinPortal
    >
      <Popover.Target>
        <Tooltip label={t('help')} disabled={opened}>
          <UnstyledButton
            className={classes.version}
            aria-expanded={opened}
            onClick={() => ui.setState({ dialog: opened ? null : 'numbers' })}
            data-testid="numbers"
          >
            <IconPhone size={14} stroke={1.75} aria-hidden />
            {first === undefined ? t('none') : rest.length > 0 ? t('several', { first, count: rest.length }) : first}
          </UnstyledButton>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          {numbers.length > 0 && (
            <ul className={own.list} aria-label={t('title')}>
              {numbers.map((number) => (
                <li key={number} className={own.row}>
                  <span className={own.number}>{number}</span>
                  {removing === number ? (
                    <UnstyledButton
                      className={own.confirm}
                      disabled={pending}
                      onClick={() => void unassign(number).then(() => setRemoving(null))}
                    >
                      {t('confirmRemove')}
                    </UnstyledButton>
                  ) : (
                    mayAssign && (
                      <ActionIcon size="sm" aria-label={t('remove', { number })} onClick={() => setRemoving(number)}>
                        <IconX size={14} />
                      </ActionIcon>
                    )
                  )}
                </li>
              ))}
            </ul>
          )}
          {!live && (
            <Text size="xs" c="dimmed">
              {t('notLive')}
            </Text>
          )}
          {mayAssign ? (
            <NumberForm onAssigned={() => undefined} />
          ) : (
            <Text size="xs" c="dimmed">
              {t('mayNot')}
            </Text>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
