import { isIP } from 'node:net'
import { fail, ok, type Result } from '../../errors'
import type { AsteriskSettings } from './settings'

/** A number or a name that the dialplan matches, and that is safe in a section's name and a SIP URI. */
const userName = /^([+*#0-9][-A-Za-z0-9_+*#.]{0,63}|[A-Za-z][-A-Za-z0-9_.]{1,63})$/
const plainName = /^[A-Za-z0-9_.-]{1,64}$/
const host = /^[A-Za-z0-9.-]{1,253}(:\d{1,5})?$/
const sound = /^[A-Za-z0-9_/.&-]{1,1000}$/
/** Line ends would begin a line of configuration of their own. */
const oneLine = /^\P{Cc}{0,500}$/u

/**
 * Refuses what Asterisk would read as something else: a line end in a password, a comma in an extension. These values
 * come from people, and the files are read with all of Asterisk's power. Fails with `INPUT_INVALID` and the field.
 */
export function checkSettings(settings: AsteriskSettings): Result<void> {
  const { phones = [], trunk, trustedNetworks = [], fallback, unavailableSound, app = 'patchbay' } = settings
  const fields: [field: string, valid: boolean][] = [
    ['app', plainName.test(app)],
    ['ariUser', plainName.test(settings.ariUser)],
    ['ariPassword', oneLine.test(settings.ariPassword) && settings.ariPassword !== ''],
    ['engineWsUrl', oneLine.test(settings.engineWsUrl) && URL.canParse(settings.engineWsUrl)],
    ['dataDir', oneLine.test(settings.dataDir)],
    ['sipBind', settings.sipBind === undefined || isIP(settings.sipBind) === 4],
    ['pickupSeconds', (settings.pickupSeconds ?? 1) > 0],
    ['unavailableSound', unavailableSound === undefined || sound.test(unavailableSound)],
    ['fallback', fallback?.kind !== 'extension' || userName.test(fallback.extension)],
    ...trustedNetworks.map((network): [string, boolean] => [`trustedNetworks ${network}`, isNetwork(network)]),
    ...phones.map(({ extension, secret, displayName }): [string, boolean] => [
      `phone ${extension}`,
      userName.test(extension) && oneLine.test(secret) && secret !== '' && oneLine.test(displayName),
    ]),
  ]
  if (trunk) {
    const { username, secret, fromNumber } = trunk
    fields.push(
      ['trunk host', host.test(trunk.host)],
      ['trunk username', username === undefined || userName.test(username)],
      ['trunk secret', secret === undefined || oneLine.test(secret)],
      ['trunk fromNumber', fromNumber === undefined || userName.test(fromNumber)],
    )
  }
  const wrong = fields.find(([, valid]) => !valid)?.[0]
  return wrong === undefined ? ok() : fail('INPUT_INVALID', `The telephony setting “${wrong}” is not valid.`, { field: wrong })
}

/** `10.0.0.0/8`, `192.0.2.7`, `::1/128` */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}
