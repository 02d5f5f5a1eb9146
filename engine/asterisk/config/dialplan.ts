import { contexts, endpoints } from './pjsip'
import type { AsteriskSettings } from './settings'

/** Numbers, and names of two letters or more: one letter (`h`, `i`, `s`, `t`, `T`) is special in a dialplan. */
const anyNumber = ['_[+*#0-9]!', '_[A-Za-z][-A-Za-z0-9_.]!', 's']

/** `extensions.conf`. */
export function extensionsConf(settings: AsteriskSettings): string {
  const { trunk, fallback = { kind: 'hangup' }, pickupSeconds = 15 } = settings
  const app = settings.app ?? 'patchbay'
  const sound = settings.unavailableSound ?? 'sorry-youre-having-problems&please-try-call-later'

  const incoming = anyNumber.map(
    (number) => `
exten => ${number},1,Ringing()
 same => n,Set(TIMEOUT(absolute)=${pickupSeconds})
 same => n(engine),Stasis(${app},\${EXTEN})
 same => n,GotoIf($["\${STASISSTATUS}" != "FAILED"]?done)
 same => n,Wait(0.25)
 same => n,Goto(engine)
 same => n(done),Hangup()`,
  )

  return `[${contexts.in}]${incoming.join('')}
exten => T,1,Goto(${contexts.fallback},s,1)

[${contexts.fallback}]
exten => s,1,Set(TIMEOUT(absolute)=0)
 same => n,Answer()
 same => n,Playback(${sound})
${fallback.kind === 'extension' ? ` same => n,Dial(Local/${fallback.extension}@${contexts.out}/n,60)\n` : ''} same => n,Hangup()

[${contexts.out}]
exten => _[+*#0-9A-Za-z]!,1,GotoIf($["\${PJSIP_ENDPOINT(\${EXTEN},aors)}" = ""]?line)
 same => n,Set(CONTACTS=\${PJSIP_DIAL_CONTACTS(\${EXTEN})})
 same => n,GotoIf($["\${CONTACTS}" = ""]?absent)
 same => n,Dial(\${CONTACTS})
 same => n,Hangup(\${HANGUPCAUSE})
 same => n(absent),Hangup(20)
${trunk ? ` same => n(line),Dial(PJSIP/\${EXTEN}@${endpoints.trunk})\n same => n,Hangup(\${HANGUPCAUSE})` : ' same => n(line),Hangup(1)'}
`
}
