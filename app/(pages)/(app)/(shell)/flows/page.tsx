import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FlowsPage } from '@/app/features/flows/list/FlowsPage'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('flows'))('title') }
}

export default FlowsPage
