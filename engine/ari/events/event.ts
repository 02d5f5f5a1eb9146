import { asFields } from '../fields'
import { type AriChannel, parseChannel } from './channel'

/** The events that we act on; `at` is Asterisk's clock, ms. */
export type AriEvent =
  | { readonly type: 'stasis-start'; readonly channel: AriChannel; readonly args: readonly string[]; readonly at: number }
  | { readonly type: 'stasis-end'; readonly channelId: string; readonly state: string; readonly at: number }
  | { readonly type: 'handed-back'; readonly channelId: string; readonly at: number }
  | { readonly type: 'digit'; readonly channelId: string; readonly digit: string; readonly durationMs: number; readonly at: number }
  | { readonly type: 'state'; readonly channelId: string; readonly state: string; readonly at: number }
  | { readonly type: 'hangup-request'; readonly channelId: string; readonly cause: number; readonly at: number }
  | { readonly type: 'destroyed'; readonly channelId: string; readonly cause: number; readonly state: string; readonly at: number }
  | { readonly type: 'dial'; readonly channelId: string; readonly status: string; readonly at: number }
  | {
      readonly type: 'playback-finished'
      readonly channelId: string
      readonly playbackId: string
      readonly failed: boolean
      readonly at: number
    }
  | {
      readonly type: 'recording-finished'
      readonly channelId: string
      readonly name: string
      readonly failed: boolean
      readonly seconds: number
      readonly at: number
    }
  | { readonly type: 'replaced'; readonly at: number }
  | { readonly type: 'unknown'; readonly name: string }

/** The user event that tells that a call was given back to the dialplan while no engine was there. */
export const HANDED_BACK = 'patchbay-handed-back'

type Fields = Readonly<Record<string, unknown>>
type Reader = (message: Fields, at: number) => AriEvent | undefined

/** How each type of event is read; undefined when something that it needs is missing. */
const readers: Readonly<Record<string, Reader>> = {
  StasisStart: ({ channel: given, args }, at) => {
    const channel = parseChannel(given)
    return channel && isTexts(args) ? { type: 'stasis-start', channel, args, at } : undefined
  },
  StasisEnd: ofChannel(({ id: channelId, state }, _message, at) =>
    typeof state === 'string' ? { type: 'stasis-end', channelId, state, at } : undefined,
  ),
  ChannelDtmfReceived: ofChannel(({ id: channelId }, { digit, duration_ms }, at) =>
    typeof digit === 'string' && KEY.test(digit) ? { type: 'digit', channelId, digit, durationMs: number(duration_ms), at } : undefined,
  ),
  ChannelStateChange: ofChannel(({ id: channelId, state }, _message, at) =>
    typeof state === 'string' ? { type: 'state', channelId, state, at } : undefined,
  ),
  ChannelHangupRequest: ofChannel(({ id: channelId }, { cause }, at) => ({ type: 'hangup-request', channelId, cause: number(cause), at })),
  ChannelDestroyed: ofChannel(({ id: channelId, state }, { cause }, at) =>
    typeof state === 'string' && typeof cause === 'number' ? { type: 'destroyed', channelId, cause, state, at } : undefined,
  ),
  Dial: ({ peer, dialstatus: status }, at) => {
    const { id: channelId } = asFields(peer)
    return isId(channelId) && typeof status === 'string' ? { type: 'dial', channelId, status, at } : undefined
  },
  PlaybackFinished: ({ playback }, at) => {
    const { id: playbackId, target_uri, state } = asFields(playback)
    const channelId = target(target_uri)
    if (!channelId || !isId(playbackId)) return undefined
    return { type: 'playback-finished', channelId, playbackId, failed: state === 'failed', at }
  },
  RecordingFinished: ({ recording }, at) => recordingFinished(asFields(recording), at, false),
  RecordingFailed: ({ recording }, at) => recordingFinished(asFields(recording), at, true),
  ChannelUserevent: ofChannel(({ id: channelId }, { eventname }, at) =>
    eventname === HANDED_BACK ? { type: 'handed-back', channelId, at } : undefined,
  ),
  ApplicationReplaced: (_message, at) => ({ type: 'replaced', at }),
}

/**
 * Reads an event; whatever we do not know or cannot read is `unknown`, never an exception. Not by Zod: this is on the way of
 * every key, and a schema of several layers took as long as `JSON.parse` of the same event (measured between other work, as
 * in an engine with few calls).
 */
export function parseEvent(message: unknown): AriEvent {
  const fields = asFields(message)
  const name = typeof fields.type === 'string' ? fields.type : ''
  const read = Object.hasOwn(readers, name) ? readers[name] : undefined
  const at = typeof fields.timestamp === 'string' ? Date.parse(fields.timestamp) : Number.NaN
  return (Number.isNaN(at) ? undefined : read?.(fields, at)) ?? { type: 'unknown', name }
}

const KEY = /^[0-9*#A-D]$/
const CHANNEL = 'channel:'

function ofChannel(read: (channel: Fields & { readonly id: string }, message: Fields, at: number) => AriEvent | undefined): Reader {
  return (message, at) => {
    const channel = asFields(message.channel)
    return hasId(channel) ? read(channel, message, at) : undefined
  }
}

function recordingFinished({ name, target_uri, state, duration }: Fields, at: number, failed: boolean): AriEvent | undefined {
  const channelId = target(target_uri)
  if (!channelId || !isId(name)) return undefined
  return { type: 'recording-finished', channelId, name, failed: failed || state === 'failed', seconds: number(duration), at }
}

/** The channel that something is done to; none for a bridge. */
function target(uri: unknown): string | undefined {
  return typeof uri === 'string' && uri.startsWith(CHANNEL) ? uri.slice(CHANNEL.length) : undefined
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function hasId(fields: Fields): fields is Fields & { readonly id: string } {
  return isId(fields.id)
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string')
}

/** A number that Asterisk leaves out when it has nothing to say. */
function number(value: unknown): number {
  return typeof value === 'number' ? value : 0
}
