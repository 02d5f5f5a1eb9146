import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AuditPage } from '@/app/features/settings/audit/AuditPage'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.audit'))('title') }
}

export default AuditPage
