import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { SignedIn } from '@/app/features/shell/SignedIn'
import { currentMe } from '../currentMe'

/** Everything behind the login. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const me = await currentMe()
  if (!me) {
    const path = (await headers()).get('x-path') ?? '/'
    redirect(path === '/' || path.startsWith('/_next') ? '/login' : `/login?next=${encodeURIComponent(path)}`)
  }
  return <SignedIn me={me}>{children}</SignedIn>
}
