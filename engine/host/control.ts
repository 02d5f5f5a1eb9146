import type { AsteriskConnection } from '@/engine/asterisk'
import type { ControlHandlers } from '@/engine/control/server'
import { fail, type Result } from '@/engine/errors'
import type { Runtime } from '@/engine/runtime'
import type { HostSpeech } from './speech'
import type { HostTelephony } from './telephony'

export interface ControlledEngine {
  readonly runtime: Runtime
  /** Settles when the runtime knows the calls that were under way. */
  readonly started: Promise<void>
  readonly host: HostTelephony
  readonly connection: AsteriskConnection
  readonly speech: HostSpeech
  /** Phones, trunk and trusted networks have changed. */
  readonly reloadTelephony: () => Promise<Result<void>>
}

/** The answers of the engine to the web process and the command line. */
export function controlHandlers({ runtime, started, host, connection, speech, reloadTelephony }: ControlledEngine): ControlHandlers {
  const own = connection.mode === 'own' ? connection : undefined
  const noAsterisk = () => fail('TELEPHONY_DOWN', host.problem()?.message ?? 'Asterisk cannot be reached.')
  const noPractice = () => fail('PRACTICE_UNAVAILABLE', 'There are telephones here: call the number.')
  return {
    health() {
      const { state, error } = runtime.health
      const telephony = host.kind === 'practice' ? { state: 'none' as const } : host.telephony.info()
      return {
        engine: 'up',
        journal: state,
        journalError: error,
        telephony: { ...telephony, problem: telephony.state === 'up' ? undefined : host.problem() },
        liveCalls: runtime.live.length,
        sipPort: own?.sipPort ?? null,
      }
    },
    live: async () => {
      await started
      return runtime.live
    },
    hangup: (sessionId) => runtime.hangup(sessionId),
    phone: async ({ displayName }) => (host.kind === 'asterisk' ? host.telephony.browserPhones.create(displayName) : noAsterisk()),
    practice: host.kind === 'practice' ? host.practice : { call: noPractice, state: noPractice, move: noPractice },
    speech: (utterance) => speech.sayAsWav(utterance),
    reloadTelephony,
    events: (listener) => runtime.onEvent(listener),
    sipWebsocketPort: () => own?.httpPort ?? null,
  }
}
