import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PhonesPage } from '@/app/features/settings/phones/PhonesPage'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.phones'))('title') }
}

export default PhonesPage
