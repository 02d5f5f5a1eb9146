import { writeFile } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import { decodeUlaw, loudness } from './g711'
import type { AudioPacket } from './rtp'
import { wav } from './wav'

/** A packet as it was heard. */
export interface Heard extends AudioPacket {
  readonly loudness: number
}

interface Wait {
  /** `performance.now()` from which on packets count; default: now. */
  readonly after?: number
  /** Gives up after this many ms; default 5000. */
  readonly within?: number
}

/** Louder than this is sound, softer is the noise of silence (of 32768). */
const SOUND = 60
const nothing = new Uint8Array()

/** Listens to what a call plays, and remembers all of it. */
export class Ear {
  readonly packets: Heard[] = []
  readonly #waiting = new Set<() => void>()

  take(packet: AudioPacket): void {
    this.packets.push({ ...packet, payload: Uint8Array.from(packet.payload), loudness: loudness(packet.payload) })
    for (const check of this.#waiting) check()
  }

  /** The first packet of anything. */
  packet(wait: Wait = {}): Promise<Heard> {
    return this.#first('a packet', wait, () => true)
  }

  /**
   * The first packet after a pause of over 100 ms: a prompt begins, for Asterisk sends nothing between prompts. A prompt
   * that cuts another short follows it without a pause or a mark (tried): tell those apart by what is in `packets`.
   */
  spurt(wait: Wait = {}): Promise<Heard> {
    return this.#first('a new prompt', wait, (heard, before) => heard.marker || !before || heard.at - before.at > 100)
  }

  /** The first packet that is loud enough to be sound. */
  sound(wait: Wait = {}): Promise<Heard> {
    return this.#first('sound', wait, (heard) => heard.loudness > SOUND)
  }

  /** Where a known prompt begins, wherever it does: the first packet of those that hold `payloads`, one after the other. */
  async prompt(payloads: readonly Uint8Array[], wait: Wait = {}): Promise<Heard> {
    const { after = performance.now() } = wait
    const begin = (last: number) => this.packets[last - payloads.length + 1]
    const last = await this.#first('a prompt that is known', { ...wait, after }, (_heard, _before, index) => {
      const from = index - payloads.length + 1
      return (
        (begin(index)?.at ?? 0) >= after &&
        payloads.every((payload, k) => Buffer.compare(payload, this.packets[from + k]?.payload ?? nothing) === 0)
      )
    })
    return begin(this.packets.indexOf(last)) ?? last
  }

  /** Resolves once nothing loud has come for `ms`; with the time of the last loud packet. */
  quiet(ms: number, { after = performance.now(), within = 30_000 }: Wait = {}): Promise<number> {
    return new Promise((resolve, reject) => {
      const end = performance.now() + within
      const look = () => {
        const last = Math.max(after, this.packets.findLast((heard) => heard.loudness > SOUND)?.at ?? 0)
        const now = performance.now()
        if (now - last >= ms) resolve(last)
        else if (now > end) reject(new Error(`no ${ms} ms of quiet within ${within} ms`))
        else setTimeout(look, last + ms - now + 1)
      }
      look()
    })
  }

  /** All that was heard, at its time, as a WAV file. */
  async save(file: string): Promise<void> {
    const first = this.packets[0]?.at ?? 0
    const last = this.packets.at(-1)?.at ?? 0
    const samples = new Int16Array(Math.ceil((last - first) * 8) + 320)
    let end = 0
    for (const { at, payload } of this.packets) {
      // Packets that come 20 ms apart, give or take, belong together; a longer pause is silence.
      const due = Math.round((at - first) * 8)
      const start = Math.abs(due - end) < 480 ? end : due
      const part = decodeUlaw(payload).subarray(0, Math.max(0, samples.length - start))
      samples.set(part, start)
      end = start + part.length
    }
    await writeFile(file, wav(samples))
  }

  #first(what: string, wait: Wait, matches: (heard: Heard, before: Heard | undefined, index: number) => boolean): Promise<Heard> {
    const { after = performance.now(), within = 5000 } = wait
    let index = this.packets.findIndex((heard) => heard.at >= after)
    if (index < 0) index = this.packets.length
    return new Promise((resolve, reject) => {
      const check = () => {
        for (; index < this.packets.length; index++) {
          const heard = this.packets[index]
          if (!heard || heard.at < after || !matches(heard, this.packets[index - 1], index)) continue
          finish()
          return resolve(heard)
        }
      }
      const timer = setTimeout(() => {
        finish()
        reject(new Error(`heard no ${what.replace(/^a /, '')} within ${within} ms`))
      }, within)
      const finish = () => {
        clearTimeout(timer)
        this.#waiting.delete(check)
      }
      this.#waiting.add(check)
      check()
    })
  }
}
