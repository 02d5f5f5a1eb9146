import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SoundsPage } from '@/app/features/settings/sounds/SoundsPage'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.sounds'))('title') }
}

export default SoundsPage
