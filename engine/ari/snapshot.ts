import { ok, type Result } from '@/engine/errors'
import type { Ari } from './ari'
import { type AriChannel, parseChannel, Timestamp } from './events/channel'
import { asFields } from './fields'
import { readLegChannel } from './ids'

/** What Asterisk has of ours right now. */
export interface Snapshot {
  /** Ids of calls in our application. */
  readonly calls: readonly string[]
  /** State of every channel, ours or not, by its id. */
  readonly channels: ReadonlyMap<string, string>
  /** Channels in every bridge, by its id. */
  readonly bridges: ReadonlyMap<string, readonly string[]>
  /** When Asterisk was started, ms; undefined where it does not tell. */
  readonly since: number | undefined
}

/**
 * Events that we want. The others (a call sets forty channel variables) cost us and Asterisk time. The answers to our
 * requests pass the filter as well. Kept by Asterisk until the application is registered anew.
 */
const wanted = [
  'RESTResponse',
  'StasisStart',
  'StasisEnd',
  'ChannelDtmfReceived',
  'ChannelStateChange',
  'ChannelHangupRequest',
  'ChannelDestroyed',
  'ChannelUserevent',
  'Dial',
  'PlaybackFinished',
  'RecordingFinished',
  'RecordingFailed',
  'ApplicationReplaced',
]

/**
 * Asks what there is. Asterisk sends what it kept for us before it answers, so this is the barrier too: events up to
 * now have been delivered when it returns.
 */
export async function takeSnapshot(ari: Ari, app: string): Promise<Result<Snapshot>> {
  const filtered = await ari.act('PUT', ['applications', app, 'eventFilter'], { allowed: wanted.map((type) => ({ type })) })
  if (!filtered.ok) return filtered
  const application = await ari.read(['applications', app])
  if (!application.ok) return application
  const list = await ari.read(['channels'])
  if (!list.ok) return list
  const bridges = await ari.read(['bridges'])
  if (!bridges.ok) return bridges
  const info = await ari.read(['asterisk', 'info'], { only: 'status' })
  if (!info.ok) return info

  const ours = new Set(ids(asFields(application.value).channel_ids))
  const channels = items(list.value).flatMap((item): AriChannel[] => {
    const channel = parseChannel(item)
    return channel ? [channel] : []
  })
  const calls = channels.filter(({ id, dialplanApp }) => ours.has(id) && dialplanApp === 'Stasis' && !readLegChannel(id))
  return ok({
    calls: calls.map(({ id }) => id),
    channels: new Map(channels.map(({ id, state }) => [id, state])),
    bridges: new Map(items(bridges.value).map((bridge) => [String(asFields(bridge).id), ids(asFields(bridge).channels)])),
    since: Timestamp.safeParse(asFields(asFields(info.value).status).startup_time).data,
  })
}

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function ids(value: unknown): string[] {
  return items(value).filter((id) => typeof id === 'string')
}
