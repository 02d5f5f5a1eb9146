import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { LoginPage } from '@/app/features/login/LoginPage'
import { safeNext } from '@/app/features/shared/session'
import { currentMe } from '../currentMe'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('login'))('title') }
}

export default async function Login({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const { next } = await searchParams
  const target = Array.isArray(next) ? next[0] : next
  if (await currentMe()) redirect(safeNext(target))
  return <LoginPage next={target} />
}
