import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CallsPage } from '@/app/features/calls/list/CallsPage'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('calls'))('title') }
}

export default CallsPage
