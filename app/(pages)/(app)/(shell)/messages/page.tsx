import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { InboxPage } from '@/app/features/calls/inbox/InboxPage'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inbox'))('title') }
}

export default InboxPage
