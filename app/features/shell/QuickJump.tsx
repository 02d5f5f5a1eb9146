'use client'

import { Spotlight, type SpotlightActionData } from '@mantine/spotlight'
import { IconInbox, IconPhoneCall, IconSearch, IconSitemap, IconUserCircle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useCan } from '@/app/features/shared/me'
import { useTRPC } from '@/app/features/shared/trpc'
import { settingsPages } from './settingsPages'

const icon = { size: 18, stroke: 1.75 }

/** Ctrl+K: any page or flow by its name. */
export function QuickJump() {
  const t = useTranslations('shell')
  const settings = useTranslations('settings')
  const router = useRouter()
  const trpc = useTRPC()
  const can = useCan()
  const mayView = can('flow.view')
  const flows = useQuery(trpc.flows.list.queryOptions(undefined, { enabled: mayView })).data
  const actions = useMemo(() => {
    const go = (href: string) => () => router.push(href)
    const pages: (SpotlightActionData | false)[] = [
      mayView && { id: 'flows', label: t('flows'), leftSection: <IconSitemap {...icon} />, onClick: go('/flows') },
      can('call.view') && { id: 'calls', label: t('calls'), leftSection: <IconPhoneCall {...icon} />, onClick: go('/calls') },
      can('call.listen') && { id: 'messages', label: t('messages'), leftSection: <IconInbox {...icon} />, onClick: go('/messages') },
      { id: 'account', label: t('account'), leftSection: <IconUserCircle {...icon} />, onClick: go('/account') },
      ...settingsPages
        .filter(({ permission }) => can(permission))
        .map(({ key, href, icon: IconOf }) => ({
          id: href,
          label: settings(`${key}.title`),
          description: t('settings'),
          leftSection: <IconOf {...icon} />,
          onClick: go(href),
        })),
    ]
    return [
      {
        group: t('flows'),
        actions: (flows ?? []).map((flow) => ({
          id: flow.id,
          label: flow.name,
          keywords: [...flow.numbers],
          description: flow.numbers.join(', '),
          leftSection: <IconSitemap {...icon} />,
          onClick: go(`/flows/${flow.id}`),
        })),
      },
      { group: t('pages'), actions: pages.filter((page) => page !== false) },
    ]
  }, [t, settings, router, flows, can, mayView])
  return (
    <Spotlight
      actions={actions}
      shortcut={['mod + K']}
      highlightQuery
      limit={12}
      nothingFound={t('nothingFound')}
      searchProps={{ leftSection: <IconSearch size={18} stroke={1.75} />, placeholder: t('quickJumpHint'), 'aria-label': t('quickJump') }}
      scrollable
      maxHeight={420}
    />
  )
}
