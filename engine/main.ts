/** The engine process: the only place where everything meets. */
import { join } from 'node:path'
import type { NodeRun } from '@/engine/ports'
import { nodeRuns } from '@/nodes/registry.runtime'
import { readConnection } from './asterisk'
import { readConfig } from './config'
import { serveControl } from './control/server'
import { controlSocket } from './control/socket'
import { controlHandlers } from './host/control'
import { endOnSurprise } from './host/fatal'
import type { Late } from './host/late'
import { secretLibrary, soundLibrary } from './host/library'
import { hostSpeech } from './host/speech'
import { hostTelephony } from './host/telephony'
import { keepWarm } from './host/warm'
import { createLog } from './logging'
import { practiceSounds, practiceSpeech } from './practice'
import { createRuntime, openLogFile, systemClock } from './runtime'
import { openStore } from './store/open'
import { openVault } from './vault'

const config = readConfig(process.env)
const { dataFolder, databaseUrl } = config
const engineLog = createLog(config.logLevel)
const { log } = engineLog
endOnSurprise(engineLog)

const vault = openVault(dataFolder)
const store = await openStore(databaseUrl)
const connection = readConnection(dataFolder)
const host = hostTelephony(connection, { store, dataFolder, log: log.child({ room: 'ari' }) })
const voices = hostSpeech(dataFolder)
const library = soundLibrary(store, dataFolder)
// Where nobody can hear, words are shown.
const media =
  host.kind === 'practice' ? { speech: practiceSpeech(voices), sounds: practiceSounds(library) } : { speech: voices, sounds: library }

let loading: Promise<Late> | undefined
const late = () => {
  loading ??= import('./host/late').then(({ createLate }) => createLate({ databaseUrl, dataFolder, connection, host, vault }))
  return loading
}

const runtime = createRuntime({
  clock: systemClock,
  telephony: host.telephony,
  store,
  ...media,
  http: { request: async (request, signal) => (await late()).http.request(request, signal) },
  secrets: secretLibrary(store, vault),
  vault,
  // The registry keeps each type's config type; the compiler has checked every config by its own type's schema.
  nodes: nodeRuns as unknown as Readonly<Record<string, NodeRun>>,
  log: log.child({ room: 'runtime' }),
  dataFolder,
  journalFile: openLogFile(join(dataFolder, 'run'), log),
})
const reloadTelephony = async () => (await late()).reloadTelephony()
let begin = () => {}
const started = new Promise<void>((resolve) => {
  begin = resolve
})
const control = await serveControl(
  controlSocket(dataFolder),
  controlHandlers({ runtime, started, host, connection, speech: voices, reloadTelephony }),
)
await runtime.start()
begin()
log.info({ telephony: host.kind, calls: runtime.live.length, afterMs: Math.round(performance.now()) }, 'the engine is up')
void late()
keepWarm(runtime, log)

let ending = false
/** Calls go on: Asterisk keeps them for the engine that comes next. */
async function end(signal: string): Promise<void> {
  if (ending) return
  ending = true
  log.info({ signal, calls: runtime.live.length }, 'the engine ends')
  await control.close()
  await runtime.stop()
  await (await late()).close()
  await store.close()
  engineLog.flush()
  process.exit(0)
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end(signal))
