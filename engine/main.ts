/** The engine process: the only place where everything meets. */
import type { NodeRun } from '@/engine/ports'
import { nodeRuns } from '@/nodes/registry.runtime'
import { createPrisma } from '@/prisma/client'
import { readConnection } from './asterisk'
import { readConfig } from './config'
import { serveControl } from './control/server'
import { controlSocket } from './control/socket'
import { controlHandlers } from './host/control'
import { endOnSurprise } from './host/fatal'
import { secretLibrary, soundLibrary } from './host/library'
import { telephonyReload } from './host/reload'
import { hostSpeech } from './host/speech'
import { hostTelephony } from './host/telephony'
import { createHttp } from './http'
import { createLog } from './logging'
import { createRuntime, systemClock } from './runtime'
import { readSetting } from './settings'
import { openStore } from './store'
import { openVault } from './vault'

const config = readConfig(process.env)
const engineLog = createLog(config.logLevel)
const { log } = engineLog
endOnSurprise(engineLog)

const vault = openVault(config.dataFolder)
const store = openStore(config.databaseUrl)
const settings = createPrisma(config.databaseUrl)
const connection = readConnection(config.dataFolder)
const host = hostTelephony(connection, store, log.child({ room: 'ari' }))
const speech = hostSpeech(config.dataFolder)
const runtime = createRuntime({
  clock: systemClock,
  telephony: host.telephony,
  store,
  speech,
  sounds: soundLibrary(store, config.dataFolder),
  http: createHttp({ allowedHosts: () => readSetting(settings, 'http.allowedHosts') }),
  secrets: secretLibrary(store, vault),
  vault,
  // The registry keeps each type's config type; the compiler has checked every config by its own type's schema.
  nodes: nodeRuns as unknown as Readonly<Record<string, NodeRun>>,
  log: log.child({ room: 'runtime' }),
  dataFolder: config.dataFolder,
})

const reloadTelephony = telephonyReload(config.dataFolder, connection, host, settings, vault)
const handlers = controlHandlers({ runtime, host, connection, speech, reloadTelephony })
const control = await serveControl(controlSocket(config.dataFolder), handlers)
await runtime.start()
log.info({ telephony: host.kind, calls: runtime.live.length }, 'the engine is up')

let ending = false
/** Calls go on: Asterisk keeps them for the engine that comes next. */
async function end(signal: string): Promise<void> {
  if (ending) return
  ending = true
  log.info({ signal, calls: runtime.live.length }, 'the engine ends')
  await control.close()
  await runtime.stop()
  await settings.$disconnect()
  await store.close()
  engineLog.flush()
  process.exit(0)
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end(signal))
