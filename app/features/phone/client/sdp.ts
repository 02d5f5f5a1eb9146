/**
 * Leaves one telephone-event in an answer under Opus. Asterisk offers it at 48000 and at 8000 Hz and Chromium mixes the
 * two up, so that a digit is a single 20 ms packet nobody recognises. Without one at 48000 (no Opus) nothing changes.
 */
export function keepOneTelephoneEvent(sdp: string): string {
  const lines = sdp.split('\r\n')
  const payloads = (rate: number) =>
    lines.flatMap((line) => new RegExp(`^a=rtpmap:(\\d+) telephone-event/${rate}(?:/|$)`, 'i').exec(line)?.[1] ?? [])
  if (payloads(48_000).length === 0) return sdp
  const dropped = new Set(payloads(8000))
  return lines
    .filter((line) => !dropped.has(/^a=(?:rtpmap|fmtp|rtcp-fb):(\d+) /.exec(line)?.[1] ?? ''))
    .map((line) => {
      if (!line.startsWith('m=audio ')) return line
      const [kind, port, protocol, ...formats] = line.split(' ')
      return [kind, port, protocol, ...formats.filter((format) => !dropped.has(format))].join(' ')
    })
    .join('\r\n')
}

/**
 * Whether keys can go as tones in the sound (RFC 4733): there is a telephone-event at the rate of the codec. Chromium
 * makes unrecognisable ones of any other. To be asked of an answer before one is taken out of it.
 */
export function hasTonesInSound(answer: string): boolean {
  const codec = /^m=audio \d+ \S+ (\d+)/m.exec(answer)?.[1]
  const rate = new RegExp(`^a=rtpmap:${codec} [^/]+/(\\d+)`, 'm').exec(answer)?.[1] ?? '8000'
  return new RegExp(`^a=rtpmap:\\d+ telephone-event/${rate}\\b`, 'im').test(answer)
}

/**
 * Gives the browser's `.local` candidates an address. Without the microphone permission Chromium hides its own behind
 * mDNS names, which Asterisk cannot resolve and so never starts ICE; with any address it starts, and learns the true one
 * from our first check. For the same reason it leaves the connection's address at 0.0.0.0, which once meant "on hold".
 */
export function nameCandidates(sdp: string, address: string): string {
  const hidden = /^(a=candidate:\S+ \d+ \S+ \d+ )\S+\.local( )/gim
  if (sdp.search(hidden) < 0) return sdp
  return sdp.replace(hidden, `$1${address}$2`).replace(/^c=IN IP4 0\.0\.0\.0/gm, `c=IN IP4 ${address}`)
}
