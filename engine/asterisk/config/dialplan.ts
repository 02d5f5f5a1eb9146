import { contexts, endpoints } from './pjsip'
import type { AsteriskSettings } from './settings'

/** Numbers, and names of two letters or more: one letter is special in a dialplan (`h` would run it again at the end). */
const anyNumber = ['_[+*#0-9]!', '_[A-Za-z][-A-Za-z0-9_.]!']

/**
 * `extensions.conf`. Three contexts:
 *
 * Calls in: the number goes to the engine. With a persistent websocket the application stays registered while the
 * engine is down: `Stasis()` does not fail, its event is queued, and the caller waits inside it (tried). So the guard is
 * a clock: the caller hears ringing, and unless the engine takes the call and stops the clock (`POST
 * /channels/{id}/variable?variable=TIMEOUT(absolute)&value=0`), Asterisk takes the channel out of Stasis after
 * `pickupSeconds` and goes on at `T`. An engine that restarts in between finds the call in its queue and answers it. It
 * is told of given-up calls too, as StasisStart and StasisEnd together. Where no application is registered (an inbound
 * websocket that is closed) `Stasis()` fails at once, and is tried again until the same clock runs out.
 *
 * Fallback: a sentence, then the extension set for it.
 *
 * Calls out: all devices of a phone, pushed ones included; else the trunk. The cause (Q.850) is passed on.
 */
export function extensionsConf(settings: AsteriskSettings): string {
  const { trunk, fallback = { kind: 'hangup' }, pickupSeconds = 15 } = settings
  const app = settings.app ?? 'patchbay'
  const sound = settings.unavailableSound ?? 'sorry-youre-having-problems&please-try-call-later'

  // `s`: an INVITE without a number.
  const incoming = [...anyNumber, 's'].map(
    (number) => `
exten => ${number},1,Ringing()
 same => n,Set(TIMEOUT(absolute)=${pickupSeconds})
 same => n(engine),Stasis(${app},\${EXTEN})
 same => n,GotoIf($["\${STASISSTATUS}" != "FAILED"]?done)
 same => n,Wait(0.25)
 same => n,Goto(engine)
 same => n(done),Hangup()`,
  )

  const outgoing = anyNumber.map(
    (number) => `
exten => ${number},1,GotoIf($["\${PJSIP_ENDPOINT(\${EXTEN},aors)}" = ""]?line)
 same => n,Set(DEVICES=\${PJSIP_DIAL_CONTACTS(\${EXTEN})})
 same => n,GotoIf($["\${DEVICES}" = ""]?absent)
 same => n,Dial(\${DEVICES})
 same => n,Hangup(\${HANGUPCAUSE})
 same => n(absent),Hangup(20)
 same => n(line),${trunk ? `Dial(PJSIP/\${EXTEN}@${endpoints.trunk})\n same => n,Hangup(\${HANGUPCAUSE})` : 'Hangup(1)'}`,
  )

  return `[${contexts.in}]${incoming.join('')}
exten => T,1,Goto(${contexts.fallback},s,1)

[${contexts.fallback}]
exten => s,1,Set(TIMEOUT(absolute)=0)
 same => n,Answer()
 same => n,Playback(${sound})
${fallback.kind === 'extension' ? ` same => n,Dial(Local/${fallback.extension}@${contexts.out}/n,60)\n` : ''} same => n,Hangup()

[${contexts.out}]${outgoing.join('')}
`
}
