/**
 * The same menu as one would write it by hand: one websocket to ARI, REST requests over it, nothing stored. It is what
 * Patchbay's engine is measured against.   tsx bench/script.ts <settings as JSON>
 */
import { WebSocket } from 'ws'
import { first, rules, type Step, steps } from './menu'

interface Settings {
  readonly url: string
  readonly user: string
  readonly password: string
  readonly app: string
  /** Sounds by step, paths without their ending. */
  readonly sounds: Readonly<Record<string, string>>
}

interface LiveCall {
  step: Step
  playback: string
  playing: boolean
  misses: number
  timer?: NodeJS.Timeout
}

const settings: Settings = JSON.parse(process.argv[2] ?? '{}')
const byId = new Map(steps.map((step) => [step.id, step]))
const calls = new Map<string, LiveCall>()
const events = `${settings.url.replace('http', 'ws')}/events?app=${settings.app}`
const socket = new WebSocket(events, { auth: `${settings.user}:${settings.password}` })
let serial = 0

function request(method: string, uri: string): void {
  const id = String(++serial)
  socket.send(JSON.stringify({ type: 'RESTRequest', transaction_id: id, request_id: id, method, uri }))
}

function ask(channel: string, call: LiveCall): void {
  call.playback = `bench-${++serial}`
  call.playing = true
  request('POST', `channels/${channel}/play/${call.playback}?media=sound:${settings.sounds[call.step.id]}`)
}

function enter(channel: string, call: LiveCall, id: string): void {
  const step = byId.get(id)
  if (!step) throw new Error(`no such step: ${id}`)
  Object.assign(call, { step, misses: 0 })
  ask(channel, call)
}

function missed(channel: string, call: LiveCall): void {
  if (++call.misses > rules.retries) enter(channel, call, rules.giveUp)
  else ask(channel, call)
}

function pressed(channel: string, call: LiveCall, digit: string): void {
  if (call.step.kind !== 'menu') return
  clearTimeout(call.timer)
  if (call.playing) request('DELETE', `playbacks/${call.playback}`)
  const to = call.step.choices[digit]
  if (to) enter(channel, call, to)
  else missed(channel, call)
}

function played(channel: string, call: LiveCall): void {
  call.playing = false
  const { step } = call
  if (step.kind === 'menu') call.timer = setTimeout(() => missed(channel, call), rules.timeoutSeconds * 1000)
  else if (step.kind === 'say') enter(channel, call, step.next)
  else request('DELETE', `channels/${channel}`)
}

socket.on('open', () => console.log('ready'))
socket.on('close', () => process.exit(0))
socket.on('message', (data) => {
  const event = JSON.parse(String(data))
  if (event.type === 'StasisStart') {
    const channel = event.channel.id
    const call: LiveCall = { step: { kind: 'end', id: '', text: '' }, playback: '', playing: false, misses: 0 }
    calls.set(channel, call)
    request('POST', `channels/${channel}/answer`)
    enter(channel, call, first)
  } else if (event.type === 'ChannelDtmfReceived') {
    const call = calls.get(event.channel.id)
    if (call) pressed(event.channel.id, call, event.digit)
  } else if (event.type === 'PlaybackFinished') {
    const channel = event.playback.target_uri.slice('channel:'.length)
    const call = calls.get(channel)
    if (call && call.playback === event.playback.id) played(channel, call)
  } else if (event.type === 'StasisEnd') {
    clearTimeout(calls.get(event.channel.id)?.timer)
    calls.delete(event.channel.id)
  }
})
