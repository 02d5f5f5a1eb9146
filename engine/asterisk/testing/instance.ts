import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AsteriskSettings, freePort, prepareAsterisk, type RunningAsterisk, startAsterisk, udpPortFree } from '..'
import { FakeEngine } from './fake-engine'

/** A real Asterisk of a test's own, on loopback only. */
export interface TestAsterisk {
  readonly running: RunningAsterisk
  readonly settings: AsteriskSettings
  /** Begins to listen where Asterisk expects the engine. */
  engine(): Promise<FakeEngine>
  /** Ends it and removes its folder. */
  stop(): Promise<void>
}

/** Starts one on free ports with settings of the test's choice; throws with Asterisk's reason if it cannot. */
export async function startTestAsterisk(overrides: Partial<AsteriskSettings> = {}): Promise<TestAsterisk> {
  const settings = { ...(await testSettings()), ...overrides }
  const installation = await prepareAsterisk()
  if (!installation.ok) throw new Error(installation.error.message)
  const started = await startAsterisk(installation.value, settings)
  if (!started.ok) throw new Error(started.error.message)
  const running = started.value
  return {
    running,
    settings,
    engine: () => FakeEngine.listen(Number(new URL(settings.engineWsUrl).port), running.ari),
    stop: async () => {
      await running.stop()
      await rm(settings.dataDir, { recursive: true, force: true })
    },
  }
}

/** Settings with a folder and ports of their own. */
export async function testSettings(): Promise<AsteriskSettings> {
  const sipPort = await freeSipPort()
  const httpPort = await freePort([sipPort])
  const enginePort = await freePort([sipPort, httpPort])
  // Many instances may share a range: Asterisk tries another port when one is taken.
  const rtpStart = 40_000 + (sipPort % 100) * 200
  return {
    dataDir: await mkdtemp(join(tmpdir(), 'patchbay-asterisk-')),
    sipPort,
    sipBind: '127.0.0.1',
    httpPort,
    rtpStart,
    rtpEnd: rtpStart + 199,
    ariUser: 'patchbay',
    ariPassword: 'a; long "secret"',
    engineWsUrl: `ws://127.0.0.1:${enginePort}/ari`,
  }
}

async function freeSipPort(): Promise<number> {
  for (;;) {
    const port = await freePort()
    if (await udpPortFree(port, '127.0.0.1')) return port
  }
}
