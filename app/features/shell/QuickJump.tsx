'use client'

import { Spotlight, type SpotlightActionData } from '@mantine/spotlight'
import { IconInbox, IconPhoneCall, IconSearch, IconSitemap, IconUserCircle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useCan } from '@/app/features/shared/me'
import { pickFirst } from '@/app/features/shared/pickFirst'
import { useTRPC } from '@/app/features/shared/trpc'
import classes from './QuickJump.module.css'
import { settingsPages } from './settingsPages'

const icon = { size: 16, stroke: 1.75 }

/** Flows offered before one types: those changed last. */
const RECENT = 5

/** Ctrl+K: any page or flow by its name. */
export function QuickJump() {
  const t = useTranslations('shell')
  const settings = useTranslations('settings')
  const router = useRouter()
  const trpc = useTRPC()
  const can = useCan()
  const mayView = can('flow.view')
  const [query, setQuery] = useState('')
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
        actions: (flows ?? []).slice(0, query ? undefined : RECENT).map((flow) => ({
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
  }, [t, settings, router, flows, query, can, mayView])
  const search = useRef<HTMLInputElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: flows that come late may be the first there is to pick
  useEffect(() => {
    if (search.current) pickFirst(search.current)
  }, [actions])
  return (
    <Spotlight
      query={query}
      onQueryChange={setQuery}
      size={540}
      attributes={{ content: { 'aria-label': t('quickJump') } }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.4 }}
      classNames={{ actionLabel: classes.label, actionsGroup: classes.group, content: classes.content }}
      actions={actions}
      shortcut={['mod + K']}
      highlightQuery
      limit={12}
      nothingFound={t('nothingFound')}
      searchProps={{
        ref: search,
        leftSection: <IconSearch size={18} stroke={1.75} />,
        placeholder: t('quickJumpHint'),
        'aria-label': t('quickJump'),
        onFocus: (event) => pickFirst(event.currentTarget),
      }}
      scrollable
      maxHeight={420}
    />
  )
}
