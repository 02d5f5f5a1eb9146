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
  /** Tells the other side of a call where we are now, after the line was down; ends the call here if it is over there. */
  readonly rejoin: (session: RTCSession) => void
  /** Ends the calls that are on it. */
  readonly close: () => void
}

/** What a line tells after it was opened. */
export interface LineListener {
  /** It went down and comes up again by itself; calls that were answered go on meanwhile. */
  readonly down: () => void
  readonly up: () => void
}

/** A request in a call; `onDialogError`: the other side knows of no such call. */
interface InCall {
  sendRequest(
    method: 'UPDATE',
    options: { readonly extraHeaders: readonly string[]; readonly eventHandlers: { readonly onDialogError: () => void } },
  ): void
}

const REGISTER_WITHIN_MS = 8000
/** Between attempts to connect again, s; by default they soon are half a minute apart. */
const AGAIN_S = { connection_recovery_min_interval: 1, connection_recovery_max_interval: 3 }

/** Connects and registers. Rejects never: a failed line is a `LineProblem`. */
export async function openLine(account: LineAccount, listener: LineListener): Promise<Line | LineProblem> {
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
    ...AGAIN_S,
  })
  const problem = await registered(agent)
  if (problem) {
    agent.stop()
    return problem
  }
  agent.on('disconnected', listener.down)
  agent.on('registered', listener.up)
  // This account is for calling out; nobody should be able to ring it.
  agent.on('newRTCSession', ({ originator, session }: { originator: string; session: RTCSession }) => {
    if (originator === 'remote') session.terminate({ status_code: 486 })
  })
  return {
    dial: (number, voice) => agent.call(`sip:${number}@${account.domain}`, { mediaStream: voice, pcConfig: { iceServers: [] } }),
    rejoin: (session) => {
      if (!session.isEstablished()) return
      const { sendRequest } = session as RTCSession & InCall // JsSIP's types leave it out
      const over = () => session.terminate({ cause: 'Dialog Error' })
      // Not JsSIP's own renegotiation: that ends the call when it goes wrong.
      sendRequest.call(session, 'UPDATE', { extraHeaders: [`Contact: ${agent.contact}`], eventHandlers: { onDialogError: over } })
    },
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
