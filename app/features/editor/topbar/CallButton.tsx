import { Button, Popover, Stack, Text, Tooltip } from '@mantine/core'
import { IconPhoneCall } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { usePhonePanel } from '@/app/features/phone'
import { useCan } from '@/app/features/shared/me'
import { useSession } from '../session/EditorContext'
import { useFlowMeta } from '../session/useFlowMeta'

/** Calls the flow from the page. Calls run what is published, so unpublished changes are pointed out first. */
export function CallButton({ changed }: { changed: boolean }) {
  const t = useTranslations('editor.call')
  const { flowId, ui } = useSession()
  const can = useCan()
  const { live, numbers } = useFlowMeta()
  const phone = usePhonePanel()
  const [asking, setAsking] = useState(false)
  const [number] = numbers
  const ready = live !== null && number !== undefined
  const call = () => {
    setAsking(false)
    phone.open({ number, flowId, call: true })
  }
  const reason = !live ? t('notPublished') : number === undefined ? t('noNumber') : t('changed', { number: live.number })
  return (
    <Popover opened={asking} onChange={setAsking} position="bottom-end" width={280} trapFocus withinPortal>
      <Popover.Target>
        <Tooltip label={t('help')} disabled={asking}>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPhoneCall size={15} stroke={1.75} />}
            onClick={() => (ready && !changed ? call() : setAsking(true))}
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
            <Button
              size="xs"
              onClick={() => {
                setAsking(false)
                ui.setState({ dialog: live && number === undefined ? 'numbers' : 'publish' })
              }}
            >
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
