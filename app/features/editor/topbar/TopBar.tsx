import { Button, Tooltip } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useCan } from '@/app/features/shared/me'
import { BackLink } from '@/app/ui/layout/BackLink'
import { PresenceAvatars } from '../presence/PresenceAvatars'
import type { Person } from '../presence/useFlowWatch'
import { useEditor, useSession } from '../session/EditorContext'
import { useFlowMeta, useUnpublished } from '../session/useFlowMeta'
import { CallButton } from './CallButton'
import { FlowName } from './FlowName'
import { FlowSettingsButton } from './FlowSettingsButton'
import { LiveInfo } from './LiveInfo'
import { SaveIndicator } from './SaveIndicator'
import classes from './TopBar.module.css'

/** Where one is, whether it is saved, who is here, what is live; and the two things one came for: calling and publishing. */
export function TopBar({ people }: { people: readonly Person[] }) {
  const t = useTranslations('editor.top')
  const can = useCan()
  const { ui } = useSession()
  const kind = useEditor((state) => state.document.kind)
  const readOnly = useEditor((state) => state.readOnly)
  const { live } = useFlowMeta()
  const { changed } = useUnpublished()
  const mayPublish = can('flow.publish')
  return (
    <header className={classes.bar}>
      <BackLink href="/flows" label={t('back')} />
      <FlowName />
      <FlowSettingsButton />
      <span className={classes.kind}>{t(`kinds.${kind}`)}</span>
      {readOnly ? <span className={classes.kind}>{t('readOnly')}</span> : <SaveIndicator />}
      <span className={classes.gap} />
      <PresenceAvatars people={people} />
      <LiveInfo changed={changed} />
      {can('phone.use') && kind !== 'module' && <CallButton changed={changed} />}
      <Tooltip label={mayPublish ? t('publishHelp') : t('mayNotPublish')}>
        <Button
          size="xs"
          onClick={mayPublish ? () => ui.setState({ dialog: 'publish' }) : undefined}
          variant={changed || !live ? 'filled' : 'default'}
          // a disabled button shows no tooltip, and here it is what tells why
          data-disabled={!mayPublish || undefined}
          aria-disabled={!mayPublish || undefined}
          data-testid="publish"
        >
          {t('publish')}
        </Button>
      </Tooltip>
    </header>
  )
}
