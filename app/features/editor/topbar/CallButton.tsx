import { Button, Popover, Stack, Text, Tooltip } from '@mantine/core'
import { IconPhoneCall } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { usePhonePanel } from '@/app/features/phone'
import { useCan } from '@/app/features/shared/me'
import { useSession, useUi } from '../session/EditorContext'
import { useFlowMeta } from '../session/useFlowMeta'
import { useCallIt } from './useCallIt'

/** Calls the flow from the page. Calls run what is published, so unpublished changes are pointed out first. */
export function CallButton({ changed }: { changed: boolean }) {
  const t = useTranslations('editor.call')
  const { flowId, ui } = useSession()
  const can = useCan()
  const { live, numbers } = useFlowMeta()
  const phone = usePhonePanel()
  const asking = useUi((state) => state.dialog === 'call')
  const setAsking = (asked: boolean) => ui.setState({ dialog: asked ? 'call' : null })
  const callIt = useCallIt(changed)
  const [number] = numbers
  const ready = live !== null && number !== undefined
  const call = () => {
    setAsking(false)
    phone.open({ number, flowId, call: true })
  }
  const reason = !live ? t('notPublished') : number === undefined ? t('noNumber') : t('changed', { number: live.number })
  return (
    <Popover opened={asking} onChange={(open) => !open && setAsking(false)} position="bottom-end" width={280} trapFocus withinPortal>
      <Popover.Target>
        <Tooltip label={t('help')} disabled={asking}>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPhoneCall size={15} stroke={1.75} />}
            onClick={callIt}
            data-testid="call-it"
          >
            {t('button')}
          </Button>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <Text size="sm">{reason}</Text>
          {(!ready || changed) && can('flow.publish') && (
            <Button size="xs" onClick={() => ui.setState({ dialog: live && number === undefined ? 'numbers' : 'publish' })}>
              {!live ? t('publish') : number === undefined ? t('assign') : t('publishFirst')}
            </Button>
          )}
          {ready && (
            <Button size="xs" variant="default" onClick={call}>
              {t('callLive', { number: live.number })}
            </Button>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
