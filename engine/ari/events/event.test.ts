import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseChannel, Timestamp } from './channel'
import { parseEvent } from './event'

const timestamp = '2026-11-22T04:07:57.437+0000'
const at = Date.UTC(2026, 10, 22, 4, 7, 57, 437)
const channel = {
  id: '1795320477.0',
  name: 'PJSIP/pb-local-00000000',
  state: 'Ring',
  caller: { name: '', number: '4711' },
  dialplan: { context: 'patchbay-in', exten: '7000', priority: 3, app_name: 'Stasis', app_data: 'patchbay,7000' },
  creationtime: timestamp,
}

describe('events of Asterisk', () => {
  it.each([
    [
      { type: 'StasisStart', timestamp, args: ['7000'], channel },
      {
        type: 'stasis-start',
        args: ['7000'],
        at,
        channel: {
          id: channel.id,
          state: 'Ring',
          caller: { number: '4711', name: '' },
          exten: '7000',
          dialplanApp: 'Stasis',
          createdAt: at,
        },
      },
    ],
    [
      { type: 'StasisEnd', timestamp, channel },
      { type: 'stasis-end', channelId: channel.id, state: 'Ring', at },
    ],
    [
      { type: 'ChannelUserevent', timestamp, eventname: 'patchbay-handed-back', userevent: {}, channel },
      { type: 'handed-back', channelId: channel.id, at },
    ],
    [
      { type: 'ChannelDtmfReceived', timestamp, digit: '#', duration_ms: 100, channel },
      { type: 'digit', channelId: channel.id, digit: '#', durationMs: 100, at },
    ],
    [
      { type: 'ChannelDestroyed', timestamp, cause: 17, cause_txt: 'User busy', channel },
      { type: 'destroyed', channelId: channel.id, cause: 17, state: 'Ring', at },
    ],
    [
      { type: 'ChannelHangupRequest', timestamp, cause: 16, channel },
      { type: 'hangup-request', channelId: channel.id, cause: 16, at },
    ],
    [
      { type: 'Dial', timestamp, dialstatus: 'BUSY', peer: channel },
      { type: 'dial', channelId: channel.id, status: 'BUSY', at },
    ],
    [
      { type: 'PlaybackFinished', timestamp, playback: { id: 's:1:p', target_uri: 'channel:1795320477.0', state: 'failed' } },
      { type: 'playback-finished', channelId: channel.id, playbackId: 's:1:p', failed: true, at },
    ],
    [
      { type: 'RecordingFinished', timestamp, recording: { name: 'a', target_uri: 'channel:1795320477.0', state: 'done', duration: 3 } },
      { type: 'recording-finished', channelId: channel.id, name: 'a', failed: false, seconds: 3, at },
    ],
    [
      { type: 'RecordingFailed', timestamp, recording: { name: 'a', target_uri: 'channel:1795320477.0', state: 'failed' } },
      { type: 'recording-finished', channelId: channel.id, name: 'a', failed: true, seconds: 0, at },
    ],
  ])('given %j, then it is read', (message, event) => {
    expect(parseEvent(message)).toEqual(event)
  })

  it.each([
    ['an event that we do not know', { type: 'ChannelTalkingStarted', channel }, 'ChannelTalkingStarted'],
    ['an event of somebody else', { type: 'ChannelUserevent', timestamp, eventname: 'survey', channel }, 'ChannelUserevent'],
    ['a playback in a bridge', { type: 'PlaybackFinished', timestamp, playback: { id: 'p', target_uri: 'bridge:b' } }, 'PlaybackFinished'],
    ['a digit that is none', { type: 'ChannelDtmfReceived', timestamp, digit: 'x1', channel }, 'ChannelDtmfReceived'],
    ['an event without its channel', { type: 'StasisEnd', timestamp }, 'StasisEnd'],
  ])('given %s, then it is ignored by its name', (_what, message, name) => {
    expect(parseEvent(message)).toEqual({ type: 'unknown', name })
  })

  it('given anything at all, then it is read or ignored, and never throws', () => {
    const types = fc.constantFrom('StasisStart', 'StasisEnd', 'Dial', 'PlaybackFinished', 'RecordingFinished', 'ChannelDestroyed')
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.record({ type: types, channel: fc.jsonValue(), playback: fc.jsonValue(), peer: fc.jsonValue() }),
    )
    fc.assert(
      fc.property(anything, (message) => {
        expect(parseEvent(message)).toHaveProperty('type')
      }),
    )
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(parseChannel(value)?.id).not.toBe('')
      }),
    )
  })
})

describe('timestamps of Asterisk', () => {
  it('given any time and zone, then it is read to the millisecond', () => {
    const zone = fc.integer({ min: -14 * 60, max: 14 * 60 })
    const time = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2090, 0, 1) })
    fc.assert(
      fc.property(time, zone, (ms, minutes) => {
        const sign = minutes < 0 ? '-' : '+'
        const two = (value: number) => String(Math.trunc(value)).padStart(2, '0')
        const offset = `${sign}${two(Math.abs(minutes) / 60)}${two(Math.abs(minutes) % 60)}`
        expect(Timestamp.parse(new Date(ms + minutes * 60_000).toISOString().replace('Z', offset))).toBe(ms)
      }),
    )
  })

  it('given no time, then the event is not read', () => {
    expect(parseEvent({ type: 'StasisEnd', timestamp: 'yesterday', channel })).toEqual({ type: 'unknown', name: 'StasisEnd' })
  })
})
