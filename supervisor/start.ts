import { join } from 'node:path'
import { freeSoon, prepareSpeechTools, tcpPortFree } from '@/engine/asterisk'
import { applyMigrations } from '@/prisma/migrate'
import { announce } from './announce'
import { bringUpAsterisk } from './asterisk'
import { type Child, keepRunning } from './child'
import { takeDataFolder } from './data-folder'
import { readEnvironment } from './environment'
import { firstStart } from './first-start'
import { nodeOptions } from './node-options'
import { untilHealthy } from './ready'
import { rescueCallsOf } from './rescue'
import type { Step } from './step'
import { Stop } from './stop'
import { telephonySettings } from './telephony'

/** Brings up database, Asterisk, engine and web, says when calls can come in, and ends all of it on Ctrl-C. */
export async function start({ root, step }: { readonly root: string; readonly step: Step }): Promise<void> {
  const options = readEnvironment(root, process.env)
  const folder = takeDataFolder(options.dataDir)
  const stops: (() => Promise<void>)[] = []
  const ending = new AbortController()
  let ended: Promise<void> | undefined
  const end = () => {
    ended ??= (async () => {
      ending.abort()
      for (const stop of stops.reverse()) await stop()
      folder.release()
    })()
    return ended
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!ended) console.log('\nEnding …')
      void end().then(() => process.exit(0))
    })
  }

  try {
    await up(options, folder.note, step, stops, ending.signal)
  } catch (error) {
    await end()
    throw error
  }
}

async function up(
  options: ReturnType<typeof readEnvironment>,
  note: (name: string, pid: number | undefined) => void,
  step: Step,
  stops: (() => Promise<void>)[],
  ending: AbortSignal,
) {
  const { port, dataDir, databaseUrl, root } = options
  if (!(await freeSoon(() => tcpPortFree(port, '0.0.0.0')))) {
    throw new Stop(`Port ${port} is used by another program.\n  Remedy: end that program, or choose another: PORT=${port + 1} npm start`)
  }
  await step('Preparing the database', async () => {
    const migrated = await applyMigrations(databaseUrl)
    if (!migrated.ok) throw new Stop(migrated.error.message)
  })
  await firstStart({ databaseUrl, dataDir }, step, console.log)
  const telephony = await telephonySettings(databaseUrl, dataDir)

  const say = (text: string) => console.log(`${new Date().toLocaleTimeString('en-GB')}  ${text}`)
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    PATCHBAY_DATA: dataDir,
    DATABASE_URL: databaseUrl,
    NEXT_TELEMETRY_DISABLED: '1',
  } as const
  const program = (name: 'engine' | 'web'): Child => {
    // What begins after the end has begun would not be ended.
    ending.throwIfAborted()
    const child = keepRunning({
      name,
      args: [...nodeOptions[name], join(root, `dist/${name}.mjs`)],
      env,
      logFile: join(dataDir, `logs/${name}.log`),
      graceMs: 8000,
      onPid: (pid) => note(name, pid),
      onCrash: (how) => say(`The ${name} ended (${how}) and is started again; see ${join(dataDir, `logs/${name}.log`)}`),
    })
    stops.push(child.stop)
    return child
  }

  program('web')
  const asterisk = await step('Starting Asterisk', (detail) =>
    bringUpAsterisk(
      options,
      telephony,
      (what, more) => detail(more ? `${what}: ${more}` : what),
      (pid) => note('asterisk', pid),
      (how) => say(`Asterisk ended (${how}) and is started again.`),
      (stop) => stops.push(stop),
    ),
  )
  // Built here, where progress is shown; the engine then finds them.
  const speech = await step('Preparing speech', (detail) => prepareSpeechTools((what, more) => detail(more ? `${what}: ${more}` : what)))
  if (!speech.ok) console.log(`  ! Texts cannot be spoken, only sounds: ${speech.error.message}`)
  program('engine')
  const rescue = rescueCallsOf(dataDir, (calls) =>
    say(
      `The engine stays away: ${calls === 1 ? 'a call was' : `${calls} calls were`} given to the fallback; see ${join(dataDir, 'logs/engine.log')}`,
    ),
  )
  stops.push(rescue.stop)

  const url = `http://localhost:${port}`
  const withoutWaiting = asterisk.without !== undefined || asterisk.remote === true
  const health = await step('Starting engine and web', () =>
    untilHealthy(url, (h) => h.engine === 'up' && (withoutWaiting || h.asterisk.state === 'up'), 60_000, { signal: ending }),
  )
  if (!health) throw new Stop(`Engine and web did not come up within a minute.\n  See ${join(dataDir, 'logs')}.`)

  await announce({ ...asterisk, url, sipPort: options.sipPort, ending, tell: console.log })
}
