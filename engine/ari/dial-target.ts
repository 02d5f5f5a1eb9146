import { fail, ok, type Result } from '@/engine/errors'
import type { DialTarget } from '@/engine/ports'
import type { Ari } from './ari'
import { asFields } from './fields'

/** Names in the dialplan and SIP configuration that the engine dials through; see `engine/asterisk`. */
const NAMES = {
  /** Calls that come in. */
  incoming: 'patchbay-in',
  /** Rings all devices of a phone. */
  outgoing: 'patchbay-out',
  trunk: 'pb-trunk',
  uri: 'pb-uri',
} as const

/** Letters, digits and the keys of a phone: nothing that means something in a dial string. */
const NUMBER = /^[+*#0-9A-Za-z]{1,64}$/
const SIP_URI = /^sips?:([\w.!~*'()%+-]+@)?([\w.-]+|\[[0-9a-fA-F:]+\])(:\d{1,5})?(;transport=(udp|tcp|tls|ws|wss))?$/

/** What Asterisk is asked to ring, e.g. `PJSIP/1001`; `DIAL_FAILED` when there is no such party. */
export async function dialEndpoint(
  ari: Ari,
  callerChannel: string,
  target: DialTarget,
  isFlowNumber: (number: string) => boolean | Promise<boolean>,
): Promise<Result<string>> {
  if (target.kind === 'uri') {
    // `bob@example.com` is meant as SIP; anything else (`tel:…`) is not taken for a host name.
    const uri = target.uri.includes('@') && !/^sips?:/.test(target.uri) ? `sip:${target.uri}` : target.uri
    return SIP_URI.test(uri) ? ok(`PJSIP/${NAMES.uri}/${uri}`) : fail('DIAL_FAILED', 'This is not a SIP address.')
  }
  const number = target.number.replace(/[\s()./-]/g, '')
  if (!NUMBER.test(number)) return fail('DIAL_FAILED', 'This is not a phone number.')
  const phone = await ari.read(['endpoints', 'PJSIP', number])
  if (!phone.ok) return phone
  if (phone.value !== undefined) return phoneEndpoint(ari, callerChannel, number)
  if (await isFlowNumber(number)) return ok(`Local/${number}@${NAMES.incoming}`)
  const trunk = await ari.read(['endpoints', 'PJSIP', NAMES.trunk])
  if (!trunk.ok) return trunk
  return trunk.value === undefined ? fail('DIAL_FAILED', 'No phone, flow or line has this number.') : ok(`PJSIP/${number}@${NAMES.trunk}`)
}

/** One device is rung directly; several go through the dialplan, which rings them all. */
async function phoneEndpoint(ari: Ari, callerChannel: string, extension: string): Promise<Result<string>> {
  const variable = `PJSIP_DIAL_CONTACTS(${extension})`
  const contacts = await ari.read(['channels', callerChannel, 'variable'], { variable })
  if (!contacts.ok) return contacts
  const { value } = asFields(contacts.value)
  if (typeof value !== 'string' || value === '') return fail('DIAL_FAILED', 'This phone is not registered.')
  return ok(value.includes('&') ? `Local/${extension}@${NAMES.outgoing}/n` : `PJSIP/${extension}`)
}
