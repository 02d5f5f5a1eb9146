import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { UsersPage } from '@/app/features/users/UsersPage'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.users'))('title') }
}

export default UsersPage
