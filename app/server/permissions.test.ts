import { TRPCError } from '@trpc/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { permissionsOfRole, Role } from './permissions'
import { appRouter } from './root'
import { type TestServer, testServer } from './testing/test-server'

const everybody = 'administrator analyst supervisor agent auditor'
const viewers = 'administrator analyst supervisor auditor'
const drawers = 'administrator analyst'
const listeners = 'administrator analyst supervisor'

/** Who may call what. A new procedure must be entered here. */
const table: Readonly<Record<string, string>> = {
  'audit.list': 'administrator auditor',
  'calls.get': viewers,
  'calls.hangup': 'administrator supervisor',
  'calls.list': viewers,
  'calls.live': viewers,
  'flows.context': viewers,
  'flows.create': drawers,
  'flows.duplicate': drawers,
  'flows.get': viewers,
  'flows.goLive': 'administrator',
  'flows.list': viewers,
  'flows.publish': 'administrator',
  'flows.remove': drawers,
  'flows.restoreDraft': drawers,
  'flows.saveDraft': drawers,
  'flows.validate': viewers,
  'flows.version': viewers,
  'flows.versions': viewers,
  'flows.watch': viewers,
  'me.get': everybody,
  'me.setLocale': everybody,
  'numbers.assign': 'administrator',
  'numbers.list': viewers,
  'numbers.unassign': 'administrator',
  'phone.account': 'administrator analyst supervisor agent',
  'phone.practice.begin': 'administrator analyst supervisor agent',
  'phone.practice.move': 'administrator analyst supervisor agent',
  'phone.practice.state': 'administrator analyst supervisor agent',
  'phones.create': 'administrator',
  'phones.list': 'administrator',
  'phones.remove': 'administrator',
  'phones.resetPassword': 'administrator',
  'recordings.list': listeners,
  'recordings.setHeard': listeners,
  'recordings.unheard': listeners,
  'secrets.list': drawers,
  'secrets.remove': drawers,
  'secrets.set': drawers,
  'settings.get': 'administrator',
  'settings.set': 'administrator',
  'sounds.list': drawers,
  'sounds.remove': drawers,
  'system.health': everybody,
  'tokens.create': listeners,
  'tokens.list': listeners,
  'tokens.revoke': listeners,
  'users.create': 'administrator',
  'users.disable': 'administrator',
  'users.enable': 'administrator',
  'users.list': 'administrator',
  'users.resetPassword': 'administrator',
  'users.setRole': 'administrator',
}

const paths = Object.keys(appRouter._def.procedures)

describe('permissions', { timeout: 60_000 }, () => {
  let server: TestServer
  beforeAll(async () => {
    server = await testServer()
  })
  afterAll(() => server.remove())

  it('has an entry for every procedure, and none for one that is gone', () => {
    expect(paths.sort()).toEqual(Object.keys(table).sort())
  })

  it('has a permission on every procedure', () => {
    for (const path of paths)
      expect(appRouter._def.procedures[path as keyof typeof appRouter._def.procedures]).toHaveProperty('_def.meta.permission')
  })

  it('gives administrators everything', () => {
    for (const role of Role.options)
      for (const permission of permissionsOfRole[role]) expect(permissionsOfRole.administrator).toContain(permission)
  })

  it.each(Role.options)('lets the role %s call exactly what the table says', async (role) => {
    const abort = new AbortController()
    const caller = server.as(await server.person(role), abort.signal)
    const allowed: string[] = []
    for (const path of paths) if (!(await isRefused(caller, path, 'FORBIDDEN'))) allowed.push(path)
    abort.abort()
    expect(allowed.sort()).toEqual(paths.filter((path) => table[path]?.split(' ').includes(role)).sort())
  })

  it('lets nobody call anything before signing in', async () => {
    const caller = server.callerOf(null)
    for (const path of paths) expect([path, await isRefused(caller, path, 'UNAUTHORIZED')]).toEqual([path, true])
  })
})

/** Calls with an empty input, which most procedures refuse too, but only once the permission is given. */
async function isRefused(caller: unknown, path: string, code: TRPCError['code']): Promise<boolean> {
  const procedure = path.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], caller) // callers are nested by path
  try {
    await (procedure as (input: unknown) => Promise<unknown>)(path === 'calls.live' ? undefined : {})
    return false
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error
    return error.code === code
  }
}
