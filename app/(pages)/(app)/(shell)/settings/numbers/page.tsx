import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NumbersPage } from '@/app/features/settings/numbers/NumbersPage'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.numbers'))('title') }
}

export default NumbersPage
