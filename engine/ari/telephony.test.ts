import { describe, expect, it } from 'vitest'
import type { AriEvent } from './events/event'
import { recordingName } from './ids'
import { silentLog } from './log'
import { AsteriskTelephony } from './telephony'
import { AsteriskDouble } from './testing/asterisk-double'
import { Recorder } from './testing/recorder'
import type { TransportListener } from './transport/transport'

const channel = {
  id: 'c1',
  state: 'Up',
  caller: { number: '4711', name: 'Ada' },
  exten: '7000',
  dialplanApp: 'Stasis',
  createdAt: 0,
} as const

/** A telephony, and Asterisk's events one by one. */
async function telephonyOn() {
  let listener: TransportListener | undefined
  const transport = {
    kind: 'websocket',
    version: '22.10.1',
    start: async (given: TransportListener) => {
      listener = given
    },
    stop: async () => {},
    request: (request: Parameters<AsteriskDouble['request']>[0]) => asterisk.request(request),
  } as const
  const asterisk = new AsteriskDouble()
  const telephony = new AsteriskTelephony({ app: 'patchbay', transport, isFlowNumber: () => false, log: silentLog })
  await telephony.start()
  return { telephony, tell: (event: AriEvent) => listener?.event(event) }
}

/** The same with a call. */
async function callOn() {
  const { telephony, tell } = await telephonyOn()
  const incoming = new Promise<Recorder>((resolve) => telephony.onIncoming((call) => resolve(new Recorder(call))))
  tell({ type: 'stasis-start', channel, args: ['7000'], at: 1 })
  return { heard: await incoming, tell }
}

const recorded = {
  type: 'recording-finished',
  channelId: 'c1',
  name: recordingName('s:1:message-1'),
  failed: false,
  seconds: 3,
  at: 3,
} as const

describe('the end of a call', () => {
  it('given a caller who hangs up, then what ended because of it is told together with the hang-up, not before', async () => {
    const { heard, tell } = await callOn()
    tell({ type: 'hangup-request', channelId: 'c1', cause: 16, at: 2 })
    tell({ type: 'playback-finished', channelId: 'c1', playbackId: 'p', failed: false, at: 3 })
    tell(recorded)
    expect(heard.events).toEqual([])
    tell({ type: 'stasis-end', channelId: 'c1', state: 'Up', at: 4 })
    expect(heard.events).toMatchObject([
      { type: 'playback-ended', playbackId: 'p' },
      { type: 'recording-ended', recordingId: 's:1:message-1', durationMs: 3000 },
      { type: 'gone', cause: 'Normal clearing' },
    ])
    tell({ type: 'destroyed', channelId: 'c1', cause: 16, state: 'Up', at: 5 })
    expect(heard.all('gone')).toHaveLength(1)
  })

  it('given a caller who stays, then the end of a recording is told at once', async () => {
    const { heard, tell } = await callOn()
    tell(recorded)
    expect(heard.events).toMatchObject([{ type: 'recording-ended', recordingId: 's:1:message-1' }])
  })

  it('given a call from before our start, then what ended with it is told to whoever adopts it', async () => {
    const { telephony, tell } = await telephonyOn()
    tell({ type: 'hangup-request', channelId: 'c1', cause: 16, at: 2 })
    tell(recorded)
    tell({ type: 'stasis-end', channelId: 'c1', state: 'Up', at: 4 })
    const heard = new Recorder(telephony.adopt('c1'))
    await heard.next('gone')
    expect(heard.events.map(({ type }) => type)).toEqual(['recording-ended', 'gone'])
  })
})

describe('keys', () => {
  it('given Asterisk reports a fast key twice, then it is told once, and a key pressed twice is told twice', async () => {
    const { heard, tell } = await callOn()
    const report = (digit: string, at: number) => tell({ type: 'digit', channelId: 'c1', digit, durationMs: 40, at })
    for (const [digit, at] of [
      ['4', 0],
      ['8', 20],
      ['8', 65],
      ['8', 600],
      ['8', 800],
    ] as const)
      report(digit, at)
    expect(heard.digits).toBe('4888')
  })
})
