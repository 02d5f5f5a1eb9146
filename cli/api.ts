import { userInfo } from 'node:os'
import { createTRPCClient, httpLink, type TRPCClient } from '@trpc/client'
import superjson from 'superjson'
import { machineActor } from '@/app/server/auth/actor'
import { createContainer } from '@/app/server/container'
import { handleTrpc } from '@/app/server/http/trpc'
import type { AppRouter } from '@/app/server/root'
import { configOf } from '@/app/server/runtime-config'

export type Api = TRPCClient<AppRouter>

/** Where the commands work: an installation elsewhere with a token, or the data folder of this machine. */
export interface Target {
  readonly url?: string
  readonly token?: string
  readonly data?: string
}

/** The API of the target. On this machine the same procedures run in this process, for whoever may read the data folder. */
export function openApi(target: Target): { readonly api: Api; close(): Promise<void> } {
  if (target.url) {
    const headers = target.token ? { authorization: `Bearer ${target.token}` } : {}
    const url = `${target.url.replace(/\/$/, '')}/api/trpc`
    return { api: createTRPCClient<AppRouter>({ links: [httpLink({ url, headers, transformer: superjson })] }), close: async () => {} }
  }
  const local = createContainer(configOf(target.data ?? process.env.PATCHBAY_DATA ?? '.data', process.env.DATABASE_URL || undefined))
  const actor = machineActor(userInfo().username)
  const machine = { ...local, authentication: { ...local.authentication, actorOf: async () => actor } }
  const fetchHere = (input: URL | RequestInfo, init?: RequestInit) => handleTrpc(new Request(input, init), machine)
  return {
    api: createTRPCClient<AppRouter>({ links: [httpLink({ url: 'http://patchbay/api/trpc', transformer: superjson, fetch: fetchHere })] }),
    close: () => local.services.prisma.$disconnect(),
  }
}
