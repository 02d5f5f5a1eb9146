import { TELEPHONE_EVENT } from './rtp-packet'

/** An offer or answer of µ-law and telephone keys. */
export function sdp(host: string, port: number): string {
  return [
    'v=0',
    `o=- 1 1 IN IP4 ${host}`,
    's=-',
    `c=IN IP4 ${host}`,
    't=0 0',
    `m=audio ${port} RTP/AVP 0 ${TELEPHONE_EVENT}`,
    'a=rtpmap:0 PCMU/8000',
    `a=rtpmap:${TELEPHONE_EVENT} telephone-event/8000`,
    `a=fmtp:${TELEPHONE_EVENT} 0-15`,
    'a=ptime:20',
    'a=sendrecv',
    '',
  ].join('\r\n')
}

/** Where the other side wants its audio. */
export function mediaTarget(body: string): { host: string; port: number } | undefined {
  const host = /^c=IN IP4 (\S+)/m.exec(body)?.[1]
  const port = Number(/^m=audio (\d+)/m.exec(body)?.[1])
  return host && port ? { host, port } : undefined
}
