import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SecretsPage } from '@/app/features/settings/secrets/SecretsPage'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.secrets'))('title') }
}

export default SecretsPage
