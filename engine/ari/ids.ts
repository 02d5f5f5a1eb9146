import { createHash } from 'node:crypto'

/**
 * Names that Asterisk gives back to us in events and lists, and that tell on their own to which call they belong, so
 * that nothing has to be remembered over a restart.
 */

const LEG = 'leg~'
const BRIDGE = 'talk~'

/** `s1:3:message` → `s1_3a3_3amessage`: a recording's name is a file's name. Reversible. */
export function recordingName(recordingId: string): string {
  return Array.from(Buffer.from(recordingId), (byte) => {
    const char = String.fromCharCode(byte)
    return /[A-Za-z0-9-]/.test(char) ? char : `_${byte.toString(16).padStart(2, '0')}`
  }).join('')
}

/** The other way round; a name that we did not give comes back as it is. */
export function recordingId(name: string): string {
  try {
    return decodeURIComponent(name.replaceAll('%', '%25').replace(/_([0-9a-f]{2})/g, '%$1'))
  } catch {
    return name
  }
}

/** The channel of a call's second leg. */
export function legChannel(callId: string, legId: string): string {
  return `${LEG}${callId}~${legId}`
}

/**
 * The far end of a leg that leads back into the dialplan. Asterisk would name it `<leg>;2`, which reads like a leg, but
 * where it comes in as a call it is a caller of its own. It tells how many transfers led there.
 */
export function legFarChannel(callId: string, legId: string): string {
  const name = createHash('sha256').update(legChannel(callId, legId)).digest('hex').slice(0, 24)
  return `far${transfersBefore(callId) + 1}-${name}`
}

/** How many transfers from flow to flow led to a call. */
export function transfersBefore(callId: string): number {
  return Number(/^far(\d+)-/.exec(callId)?.[1] ?? 0)
}

/** The bridge in which a call and its leg talk. */
export function legBridge(callId: string, legId: string): string {
  return `${BRIDGE}${callId}~${legId}`
}

/** A call and its leg. */
export interface LegName {
  readonly callId: string
  readonly legId: string
}

/** Reads `legChannel`'s id; undefined for any other channel. */
export function readLegChannel(channelId: string): LegName | undefined {
  return read(LEG, channelId)
}

/** Reads `legBridge`'s id; undefined for any other bridge. */
export function readLegBridge(bridgeId: string): LegName | undefined {
  return read(BRIDGE, bridgeId)
}

function read(prefix: string, id: string): LegName | undefined {
  if (!id.startsWith(prefix)) return undefined
  const middle = id.indexOf('~', prefix.length)
  return middle < 0 ? undefined : { callId: id.slice(prefix.length, middle), legId: id.slice(middle + 1) }
}
