import { ActionIcon, Tooltip } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { isNothing } from '../model/selection'
import { useActions, useEditor, useSession, useUi } from '../session/EditorContext'

/** Opens and closes what belongs to the flow as a whole: its name, description and variables. */
export function FlowSettingsButton() {
  const t = useTranslations('editor.menu')
  const { ui } = useSession()
  const actions = useActions()
  const nothing = useEditor((state) => isNothing(state.selection))
  const side = useUi((state) => state.side)
  const opened = side === 'inspector' && nothing
  return (
    <Tooltip label={t('flowSettings')}>
      <ActionIcon
        size={28}
        aria-label={t('flowSettings')}
        aria-pressed={opened}
        onClick={() => {
          actions.select({})
          ui.setState({ side: opened ? null : 'inspector' })
        }}
      >
        <IconAdjustmentsHorizontal size={16} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  )
}
