'use client'

import { ActionIcon, Menu } from '@mantine/core'
import { IconCopy, IconDots, IconDownload, IconPencil, IconPhoneCall, IconTrash } from '@tabler/icons-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useCan } from '@/app/features/shared/me'
import type { FlowRow } from './filter'
import { useFlowActions } from './useFlowActions'

const icon = { size: 16, stroke: 1.75 }

/** What one can do with a flow from the list. */
export function FlowActions({ flow }: { flow: FlowRow }) {
  const t = useTranslations('flows')
  const can = useCan()
  const { duplicate, download, remove } = useFlowActions(flow)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('actionsOf', { name: flow.name })}>
          <IconDots size={17} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} href={`/flows/${flow.id}`} leftSection={<IconPencil {...icon} />}>
          {t('open')}
        </Menu.Item>
        {can('call.view') && (
          <Menu.Item component={Link} href={`/calls?flow=${flow.id}`} leftSection={<IconPhoneCall {...icon} />}>
            {t('showCalls')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconDownload {...icon} />} onClick={download}>
          {t('export')}
        </Menu.Item>
        {can('flow.edit') && (
          <>
            <Menu.Item leftSection={<IconCopy {...icon} />} onClick={duplicate}>
              {t('duplicate')}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item color="red" leftSection={<IconTrash {...icon} />} onClick={remove}>
              {t('remove')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
