import { describe, expect, it } from 'vitest'
import { keepOneTelephoneEvent, nameCandidates } from './sdp'

const answer = (lines: string[]) => ['v=0', ...lines, ''].join('\r\n')

describe('keepOneTelephoneEvent', () => {
  it('given telephone-event at 48000 and 8000, then only the one that matches Opus stays', () => {
    const sdp = answer([
      'm=audio 12000 UDP/TLS/RTP/SAVPF 111 110 126 0',
      'a=rtpmap:111 opus/48000/2',
      'a=rtpmap:110 telephone-event/48000',
      'a=fmtp:110 0-16',
      'a=rtpmap:126 telephone-event/8000',
      'a=fmtp:126 0-16',
      'a=rtpmap:0 PCMU/8000',
    ])
    expect(keepOneTelephoneEvent(sdp)).toBe(
      answer([
        'm=audio 12000 UDP/TLS/RTP/SAVPF 111 110 0',
        'a=rtpmap:111 opus/48000/2',
        'a=rtpmap:110 telephone-event/48000',
        'a=fmtp:110 0-16',
        'a=rtpmap:0 PCMU/8000',
      ]),
    )
  })

  it('given only the one at 8000, then it stays, or no digit would work', () => {
    const sdp = answer(['m=audio 12000 UDP/TLS/RTP/SAVPF 0 101', 'a=rtpmap:0 PCMU/8000', 'a=rtpmap:101 telephone-event/8000'])
    expect(keepOneTelephoneEvent(sdp)).toBe(sdp)
  })
})

describe('nameCandidates', () => {
  it('given hidden candidates, then they and the connection carry the address, and all else stays', () => {
    const sdp = answer([
      'c=IN IP4 0.0.0.0',
      'a=candidate:1 1 udp 2113937151 5d9a8f0e-1a2b.local 54321 typ host generation 0',
      'a=candidate:2 1 udp 2113937150 192.0.2.7 54322 typ host',
    ])
    expect(nameCandidates(sdp, '127.0.0.1')).toBe(
      answer([
        'c=IN IP4 127.0.0.1',
        'a=candidate:1 1 udp 2113937151 127.0.0.1 54321 typ host generation 0',
        'a=candidate:2 1 udp 2113937150 192.0.2.7 54322 typ host',
      ]),
    )
  })

  it('given nothing hidden, then nothing changes, not even an address of zeros', () => {
    const sdp = answer(['c=IN IP4 0.0.0.0', 'a=candidate:2 1 udp 2113937150 192.0.2.7 54322 typ host'])
    expect(nameCandidates(sdp, '127.0.0.1')).toBe(sdp)
  })
})
