import { AsteriskWay } from '@/engine/asterisk'
import { Stop } from './stop'

/** What `PATCHBAY_ASTERISK` asks for. */
export type AsteriskChoice =
  | { readonly kind: 'none' }
  /** An Asterisk that we start. */
  | { readonly kind: 'own'; readonly way: AsteriskWay }
  /** Another's, by its ARI address. */
  | { readonly kind: 'remote'; readonly url: string; readonly ariUser: string; readonly ariPassword: string }

/** `auto`, `none`, … or `http://user:password@host:8088/ari`; anything else stops the start with a sentence. */
export function asteriskChoice(asked: string): AsteriskChoice {
  if (asked === 'none') return { kind: 'none' }
  const way = AsteriskWay.safeParse(asked)
  if (way.success) return { kind: 'own', way: way.data }
  const url = URL.canParse(asked) ? new URL(asked) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || !url.username) {
    const ways = AsteriskWay.options.map((name) => `"${name}"`).join(', ')
    throw new Stop(`PATCHBAY_ASTERISK must be ${ways}, "none" or an ARI address such as http://user:password@pbx.example:8088/ari.`)
  }
  const [ariUser, ariPassword] = [decoded(url.username), decoded(url.password)]
  url.username = ''
  url.password = ''
  return { kind: 'remote', url: url.href.replace(/\/+$/, ''), ariUser, ariPassword }
}

/** A `%` that stands for itself is taken as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
