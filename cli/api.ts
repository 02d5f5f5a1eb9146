import { userInfo } from 'node:os'
import { createTRPCClient, httpLink, type TRPCClient } from '@trpc/client'
import pino from 'pino'
import superjson from 'superjson'
import { machineActor } from '@/app/server/auth/actor'
import { createContainer } from '@/app/server/container'
import { handleTrpc } from '@/app/server/http/trpc'
import type { AppRouter } from '@/app/server/root'
import { existingConfig } from './config'
import { UsageError } from './usage-error'

export type Api = TRPCClient<AppRouter>

/** Where the commands work: an installation elsewhere with a token, or the data folder of this machine. */
export interface Target {
  readonly url?: string
  readonly token?: string
  readonly data?: string
}

/** The API of the target. On this machine the same procedures run in this process, for whoever may read the data folder. */
export function openApi(target: Target): { readonly api: Api; close(): Promise<void> } {
  if (target.url) return { api: remoteApi(target.url, target.token), close: async () => {} }
  // Standard output is for results; what goes wrong is told by the command itself.
  const local = createContainer(existingConfig(target), pino({ level: 'silent' }))
  const actor = machineActor(userInfo().username)
  const machine = { ...local, authentication: { ...local.authentication, actorOf: async () => actor } }
  const fetchHere = (input: URL | RequestInfo, init?: RequestInit) => handleTrpc(new Request(input, init), machine)
  return {
    api: createTRPCClient<AppRouter>({ links: [httpLink({ url: 'http://patchbay/api/trpc', transformer: superjson, fetch: fetchHere })] }),
    close: () => local.services.prisma.$disconnect(),
  }
}

function remoteApi(url: string, token: string | undefined): Api {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new UsageError(`"${url}" is no address of a Patchbay, such as https://patchbay.example.com.`)
  if (!token)
    throw new UsageError('A Patchbay elsewhere needs a token: make one on its Account page, and give it with --token or PATCHBAY_TOKEN.')
  const headers = { authorization: `Bearer ${token}` }
  return createTRPCClient<AppRouter>({ links: [httpLink({ url: `${url.replace(/\/+$/, '')}/api/trpc`, headers, transformer: superjson })] })
}
