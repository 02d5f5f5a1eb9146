import { request } from 'node:http'
import { join } from 'node:path'
import { machineActor } from '@/app/server/auth/actor'
import type { FlowChange } from '@/app/server/context'
import { createFlowEvents } from '@/app/server/events/flow-events'
import { newId } from '@/app/server/ids'
import { createFlow } from '@/app/server/services/flows/create'
import { publishFlow } from '@/app/server/services/flows/publish'
import { asteriskDirs, writeConnection } from '@/engine/asterisk'
import { CONTROL_SOCKET, EngineHealth } from '@/engine/control/protocol'
import type { Result } from '@/engine/errors'
import { createPrisma } from '@/prisma/client'
import { applyMigrations } from '@/prisma/migrate'
import { nodeOptions } from '@/supervisor/node-options'
import type { World } from '../world'
import type { Contender } from './contender'
import { menuFlow } from './flow'
import { endProgram, root, startProgram, untilReady } from './program'

/** The engine as it is delivered: its own process, SQLite on disk with journal and snapshots, a published flow. */
export async function patchbayContender(world: World, profile?: string): Promise<Contender> {
  const { dataDir, settings, asterisk, numbers } = world
  const databaseUrl = `file:${join(dataDir, 'patchbay.db')}`
  must(await applyMigrations(databaseUrl))
  await publish(databaseUrl, numbers.patchbay)
  writeConnection(dataDir, {
    mode: 'own',
    version: asterisk.version,
    httpPort: settings.httpPort,
    ariUser: settings.ariUser,
    ariPassword: settings.ariPassword,
    app: 'patchbay',
    engineWsPort: Number(new URL(settings.engineWsUrl).port),
    sipPort: settings.sipPort,
    recordingsDir: asteriskDirs(dataDir).recordings,
  })
  const log = join(world.dir, 'engine.log')
  const profiling = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []
  const env = { NODE_ENV: 'production', PATCHBAY_DATA: dataDir, DATABASE_URL: databaseUrl }
  const child = startProgram([...nodeOptions.engine, ...profiling, join(root, 'dist/engine.mjs')], env, log)
  await untilReady(child, log, () => takesCalls(dataDir))
  return { name: 'patchbay', number: numbers.patchbay, pid: child.pid, stop: () => endProgram(child) }
}

async function publish(databaseUrl: string, number: string): Promise<void> {
  const prisma = createPrisma(databaseUrl)
  try {
    const ctx: FlowChange = { prisma, actor: machineActor('bench'), flowEvents: createFlowEvents() }
    const document = menuFlow()
    const { flowId } = must(await createFlow(ctx, { name: document.name, kind: document.kind, document }))
    must(await publishFlow(ctx, { flowId, revision: 1, note: 'measured' }))
    await prisma.entryPoint.create({ data: { id: newId(), key: number, flowId, label: 'Bench' } })
  } finally {
    await prisma.$disconnect()
  }
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

/** Asks the engine's control socket; it is not there yet while the engine starts. */
function takesCalls(dataDir: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request({ socketPath: join(dataDir, CONTROL_SOCKET), path: '/health' }, async (response) => {
      const health = EngineHealth.safeParse(JSON.parse(Buffer.concat(await response.toArray()).toString('utf8')))
      resolve(health.success && health.data.telephony.state === 'up')
    })
    asked.once('error', () => resolve(false))
    asked.end()
  })
}
