'use client'

import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { ErrorState } from '@/app/features/shared/ErrorState'
import { useTRPC } from '@/app/features/shared/trpc'
import { Section } from '@/app/ui/layout/Section'
import { SettingsPage } from '../SettingsPage'
import { AddressList } from './AddressList'
import { TrunkForm } from './TrunkForm'

/** Trunk, trusted networks, and the private hosts that HTTP steps may reach. */
export function TelephonyPage() {
  const t = useTranslations('settings.telephony')
  const trpc = useTRPC()
  const settings = useQuery(trpc.settings.get.queryOptions())
  const { data } = settings
  return (
    <SettingsPage of="telephony">
      {settings.isError && !data ? (
        <ErrorState error={settings.error} onRetry={settings.refetch} />
      ) : (
        <>
          <Section title={t('trunk')} description={t('trunkHelp')}>
            {data ? <TrunkForm trunk={data.trunk} /> : <Skeleton height={168} />}
          </Section>
          <Section title={t('networks')} description={t('networksHelp')}>
            {data ? (
              <AddressList
                setting="trustedNetworks"
                values={data.trustedNetworks}
                label={t('networks')}
                placeholder={t('networksPlaceholder')}
                saved={t('networksSaved')}
              />
            ) : (
              <Skeleton height={32} />
            )}
          </Section>
          <Section title={t('hosts')} description={t('hostsHelp')}>
            {data ? (
              <AddressList
                setting="allowedHosts"
                values={data.allowedHosts}
                label={t('hosts')}
                placeholder={t('hostsPlaceholder')}
                saved={t('hostsSaved')}
              />
            ) : (
              <Skeleton height={32} />
            )}
          </Section>
        </>
      )}
    </SettingsPage>
  )
}
