import type { RTCSession } from 'jssip/lib/RTCSession'
import type { UA } from 'jssip/lib/UA'
import type { LineProblem } from './state'

/** What the line needs to register. */
export interface LineAccount {
  readonly username: string
  readonly password: string
  readonly domain: string
  /** Address of the SIP websocket. */
  readonly url: string
}

/** A registered SIP line. */
export interface Line {
  /** Starts a call; its events are the session's. Throws when the number cannot be dialled at all. */
  readonly dial: (number: string, voice: MediaStream) => RTCSession
  readonly close: () => void
}

const REGISTER_WITHIN_MS = 8000

/** Connects and registers. Rejects never: a failed line is a `LineProblem`. `onLost` is called if it goes down later. */
export async function openLine(account: LineAccount, onLost: () => void): Promise<Line | LineProblem> {
  if (typeof RTCPeerConnection === 'undefined') return { kind: 'unsupported' }
  const JsSIP = await import('jssip')
  const agent = new JsSIP.UA({
    sockets: [new JsSIP.WebSocketInterface(account.url)],
    uri: `sip:${account.username}@${account.domain}`,
    password: account.password,
    session_timers: false,
    register: true,
    register_expires: 120,
    user_agent: 'Patchbay',
  })
  const problem = await registered(agent)
  if (problem) {
    agent.stop()
    return problem
  }
  agent.on('unregistered', onLost)
  agent.on('disconnected', onLost)
  // This account is for calling out; nobody should be able to ring it.
  agent.on('newRTCSession', ({ originator, session }: { originator: string; session: RTCSession }) => {
    if (originator === 'remote') session.terminate({ status_code: 486 })
  })
  return {
    dial: (number, voice) => agent.call(`sip:${number}@${account.domain}`, { mediaStream: voice, pcConfig: { iceServers: [] } }),
    close: () => {
      agent.removeAllListeners()
      agent.stop()
    },
  }
}

function registered(agent: UA): Promise<LineProblem | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ kind: 'unreachable' }), REGISTER_WITHIN_MS)
    const settle = (problem: LineProblem | null) => {
      clearTimeout(timer)
      resolve(problem)
    }
    agent.once('registered', () => settle(null))
    agent.once('registrationFailed', () => settle({ kind: 'refused' }))
    agent.once('disconnected', () => settle({ kind: 'unreachable' }))
    agent.start()
  })
}
