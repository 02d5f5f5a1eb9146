/** A SIP request or response; header names are lower case, in order. */
export interface SipMessage {
  readonly start: { readonly method: string; readonly uri: string } | { readonly status: number; readonly reason: string }
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string
}

const short: Readonly<Record<string, string>> = {
  v: 'via',
  f: 'from',
  t: 'to',
  i: 'call-id',
  m: 'contact',
  l: 'content-length',
  c: 'content-type',
}

/** Reads a datagram; `undefined` for a keep-alive or garbage. */
export function parseSip(datagram: string): SipMessage | undefined {
  const end = datagram.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const [first = '', ...lines] = datagram.slice(0, end).split('\r\n')
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trim().toLowerCase()
    return [short[name] ?? name, line.slice(colon + 1).trim()]
  })
  const body = datagram.slice(end + 4)
  const response = /^SIP\/2\.0 (\d{3}) ?(.*)$/.exec(first)
  if (response) return { start: { status: Number(response[1]), reason: response[2] ?? '' }, headers, body }
  const request = /^([A-Z]+) (\S+) SIP\/2\.0$/.exec(first)
  if (request) return { start: { method: request[1] ?? '', uri: request[2] ?? '' }, headers, body }
  return undefined
}

/** Writes a message with its length. */
export function formatSip({ start, headers, body }: SipMessage): string {
  const first = 'method' in start ? `${start.method} ${start.uri} SIP/2.0` : `SIP/2.0 ${start.status} ${start.reason}`
  const lines = headers.map(([name, value]) => `${name}: ${value}`)
  return [first, ...lines, `content-length: ${Buffer.byteLength(body)}`, '', body].join('\r\n')
}

/** First header of that name, `''` if there is none. */
export function header(message: SipMessage, name: string): string {
  return message.headers.find(([key]) => key === name)?.[1] ?? ''
}

/** `<sip:a@b>;tag=x` → `x` */
export function tagOf(value: string): string {
  return /;tag=([^;>\s]+)/.exec(value)?.[1] ?? ''
}

/** `"A" <sip:a@b;x>;tag=y` → `sip:a@b;x` */
export function uriOf(value: string): string {
  return /<([^>]+)>/.exec(value)?.[1] ?? value.split(';')[0] ?? ''
}
