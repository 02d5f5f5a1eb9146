import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TelephonyPage } from '@/app/features/settings/telephony/TelephonyPage'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.telephony'))('title') }
}

export default TelephonyPage
