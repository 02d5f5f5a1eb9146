import { headers } from 'next/headers'
import { cache } from 'react'
import type { Me } from '@/app/features/shared/me'
import { container } from '@/app/server/container'

/** Who asks for this page, as `me.get` would say it; null before signing in. */
export const currentMe = cache(async (): Promise<Me | null> => {
  const asked = await headers()
  const request = new Request(`http://${asked.get('host') ?? 'localhost'}${asked.get('x-path') ?? '/'}`, {
    headers: new Headers([...asked]),
  })
  const actor = await container().authentication.actorOf(request)
  if (!actor) return null
  const { id, name, email, role, locale, permissions } = actor
  return { user: { id: id ?? '', name, email, role: role ?? '' }, permissions: [...permissions], locale }
})
