'use client'

import { Menu } from '@mantine/core'
import { IconCircleCheck, IconCircleDot, IconDownload, IconPhoneCall } from '@tabler/icons-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { RowMenu } from '@/app/ui/table'
import { useCallerName } from '../Caller'
import { recordingUrl } from '../recordingUrl'
import type { Message } from './message'
import { useSetHeard } from './useSetHeard'

const icon = { size: 16, stroke: 1.75 }

/** Mark, open the call, download. */
export function MessageActions({ message }: { message: Message }) {
  const t = useTranslations('inbox')
  const caller = useCallerName()(message)
  const setHeard = useSetHeard()
  const heard = message.heardAt !== null
  return (
    <RowMenu label={t('actionsOf', { caller })}>
      <Menu.Item
        leftSection={heard ? <IconCircleDot {...icon} /> : <IconCircleCheck {...icon} />}
        onClick={() => setHeard.mutate({ recordingId: message.id, heard: !heard })}
      >
        {heard ? t('markUnheard') : t('markHeard')}
      </Menu.Item>
      <Menu.Item component={Link} href={`/calls/${message.interactionId}`} leftSection={<IconPhoneCall {...icon} />}>
        {t('openCall')}
      </Menu.Item>
      <Menu.Item component="a" href={recordingUrl(message.id)} download leftSection={<IconDownload {...icon} />}>
        {t('download')}
      </Menu.Item>
    </RowMenu>
  )
}
