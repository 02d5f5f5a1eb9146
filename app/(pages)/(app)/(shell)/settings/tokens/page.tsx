import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TokensPage } from '@/app/features/settings/tokens/TokensPage'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.tokens'))('title') }
}

export default TokensPage
