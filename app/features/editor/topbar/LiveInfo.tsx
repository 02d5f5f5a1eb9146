import { Tooltip, UnstyledButton } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { StatusDot } from '@/app/ui/feedback/StatusBadge'
import { NumbersPopover } from '../publish/NumbersPopover'
import { useEditor, useSession, useUi } from '../session/EditorContext'
import { useFlowMeta } from '../session/useFlowMeta'
import classes from './TopBar.module.css'

/** Which version calls run, on which numbers; opens the versions. */
export function LiveInfo({ changed }: { changed: boolean }) {
  const t = useTranslations('editor.top')
  const { ui } = useSession()
  const side = useUi((state) => state.side)
  const kind = useEditor((state) => state.document.kind)
  const { live } = useFlowMeta()
  return (
    <span className={classes.live}>
      <Tooltip
        label={live ? (changed ? t('changedHelp', { number: live.number }) : t('liveHelp', { number: live.number })) : t('neverHelp')}
      >
        <UnstyledButton
          className={classes.version}
          aria-pressed={side === 'versions'}
          onClick={() => ui.setState({ side: side === 'versions' ? 'inspector' : 'versions' })}
          data-testid="versions"
        >
          {live ? <StatusDot tone={changed ? 'warn' : 'ok'} /> : <IconHistory size={14} stroke={1.75} aria-hidden />}
          {live ? (changed ? t('liveChanged', { number: live.number }) : t('live', { number: live.number })) : t('never')}
        </UnstyledButton>
      </Tooltip>
      {kind !== 'module' && <NumbersPopover />}
    </span>
  )
}
