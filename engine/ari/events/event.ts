import { parseTimestamp } from './timestamp'

/** A channel as events and lists show it. */
export interface AriChannel {
  readonly id: string
  readonly state: string
  readonly caller: { readonly number: string; readonly name: string }
  /** The dialplan's extension: the number that was dialled. */
  readonly exten: string
  /** `Stasis` while it is in an ARI application. */
  readonly dialplanApp: string
  /** When it was made, ms. */
  readonly createdAt: number
}

/** The events that we act on; `at` is Asterisk's clock, ms. */
export type AriEvent =
  | { readonly type: 'stasis-start'; readonly channel: AriChannel; readonly args: readonly string[]; readonly at: number }
  | { readonly type: 'stasis-end'; readonly channelId: string; readonly at: number }
  | { readonly type: 'digit'; readonly channelId: string; readonly digit: string; readonly at: number }
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

type Fields = Readonly<Record<string, unknown>>

/**
 * Reads an event by hand, field by field; whatever we do not know or cannot read is `unknown`, never an exception.
 * This is on the way of every digit: 0.4 µs an event, a Zod union of the same shapes takes 15 times that.
 */
export function parseEvent(message: unknown): AriEvent {
  const fields = asFields(message)
  const name = text(fields.type)
  const at = parseTimestamp(text(fields.timestamp))
  return read(name, fields, Number.isNaN(at) ? Date.now() : at) ?? { type: 'unknown', name }
}

function read(name: string, fields: Fields, at: number): AriEvent | undefined {
  switch (name) {
    case 'StasisStart': {
      const channel = parseChannel(fields.channel)
      const args = Array.isArray(fields.args) ? fields.args.map(text) : []
      return channel && { type: 'stasis-start', channel, args, at }
    }
    case 'StasisEnd': {
      const channelId = idOf(fields.channel)
      return channelId ? { type: 'stasis-end', channelId, at } : undefined
    }
    case 'ChannelDtmfReceived': {
      const channelId = idOf(fields.channel)
      const digit = text(fields.digit)
      return channelId && /^[0-9*#A-D]$/.test(digit) ? { type: 'digit', channelId, digit, at } : undefined
    }
    case 'ChannelStateChange': {
      const channel = asFields(fields.channel)
      const channelId = idOf(channel)
      return channelId ? { type: 'state', channelId, state: text(channel.state), at } : undefined
    }
    case 'ChannelHangupRequest': {
      const channelId = idOf(fields.channel)
      return channelId ? { type: 'hangup-request', channelId, cause: number(fields.cause), at } : undefined
    }
    case 'ChannelDestroyed': {
      const channel = asFields(fields.channel)
      const channelId = idOf(channel)
      return channelId ? { type: 'destroyed', channelId, cause: number(fields.cause), state: text(channel.state), at } : undefined
    }
    case 'Dial': {
      const channelId = idOf(fields.peer)
      return channelId ? { type: 'dial', channelId, status: text(fields.dialstatus), at } : undefined
    }
    case 'PlaybackFinished': {
      const playback = asFields(fields.playback)
      const channelId = target(playback)
      const playbackId = text(playback.id)
      return channelId && playbackId
        ? { type: 'playback-finished', channelId, playbackId, failed: playback.state === 'failed', at }
        : undefined
    }
    case 'RecordingFinished':
    case 'RecordingFailed': {
      const recording = asFields(fields.recording)
      const channelId = target(recording)
      const name_ = text(recording.name)
      return channelId && name_
        ? {
            type: 'recording-finished',
            channelId,
            name: name_,
            failed: name === 'RecordingFailed' || recording.state === 'failed',
            seconds: number(recording.duration),
            at,
          }
        : undefined
    }
    case 'ApplicationReplaced':
      return { type: 'replaced', at }
    default:
      return undefined
  }
}

/** Reads a channel; undefined when it is none. */
export function parseChannel(value: unknown): AriChannel | undefined {
  const fields = asFields(value)
  const id = text(fields.id)
  if (id === '') return undefined
  const caller = asFields(fields.caller)
  const dialplan = asFields(fields.dialplan)
  return {
    id,
    state: text(fields.state),
    caller: { number: text(caller.number), name: text(caller.name) },
    exten: text(dialplan.exten),
    dialplanApp: text(dialplan.app_name),
    createdAt: parseTimestamp(text(fields.creationtime)),
  }
}

const none: Fields = {}

/** The fields of an object; none for anything else. */
export function asFields(value: unknown): Fields {
  // Any object's fields are unknowns by name.
  return typeof value === 'object' && value !== null ? (value as Fields) : none
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : 0
}

function idOf(value: unknown): string {
  return text(asFields(value).id)
}

/** `channel:1763780000.12` → its id. */
function target(fields: Fields): string {
  const uri = text(fields.target_uri)
  return uri.startsWith('channel:') ? uri.slice(8) : ''
}
