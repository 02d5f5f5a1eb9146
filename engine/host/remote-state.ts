import { type AriAddress, type AriAnswer, askAri } from '@/engine/asterisk'
import type { Problem } from '@/engine/errors'

/** How often somebody else's Asterisk is asked what is the matter, in ms, at most. */
const EVERY_MS = 2000

/** Why somebody else's Asterisk is not connected. Asked in the background while somebody wants to know; undefined until it is known. */
export function whyDown(ari: AriAddress, ask: (ari: AriAddress) => Promise<AriAnswer> = askAri, now: () => number = Date.now) {
  let problem: Problem | undefined
  let asked = Number.NEGATIVE_INFINITY
  let asking = false
  return (): Problem | undefined => {
    if (!asking && now() - asked >= EVERY_MS) {
      asking = true
      void ask(ari).then((answer) => {
        problem = problemOf(ari.url, answer)
        asked = now()
        asking = false
      })
    }
    return problem
  }
}

/** What keeps calls away, and what to do about it. Where it is stands in the params alone: anybody may read the message. */
function problemOf(url: string, answer: AriAnswer): Problem {
  switch (answer.kind) {
    case 'silent':
      return {
        code: 'ARI_UNREACHABLE',
        message: `ARI does not answer at the address in PATCHBAY_ASTERISK: check the address, and that Asterisk runs with its HTTP server enabled.`,
        params: { url, reason: answer.reason },
      }
    case 'refused':
      return answer.status === 401 || answer.status === 403
        ? {
            code: 'ARI_LOGIN_REFUSED',
            message: `ARI answers ${answer.status} at the address in PATCHBAY_ASTERISK: check user and password there and in ari.conf.`,
            params: { url, status: answer.status },
          }
        : {
            code: 'ARI_NOT_THERE',
            message: `The address in PATCHBAY_ASTERISK answers ${answer.status}, which is no answer of ARI: check the address, and that ARI is enabled in ari.conf.`,
            params: { url, status: answer.status },
          }
    case 'up':
      return {
        code: 'ARI_NO_EVENTS',
        message: `ARI answers at the address in PATCHBAY_ASTERISK, but tells nothing of its calls: check that no other program uses its application, and that websockets get through.`,
        params: { url },
      }
  }
}
