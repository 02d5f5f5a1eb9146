import { fail, ok, type Problem, type Result } from '@/engine/errors'
import type { Prompt } from '@/engine/flow'
import { reliably } from './reliably'
import type { Scene } from './scene'
import { until } from './until'

/** An end that was never told (it is not known to happen) is noticed this much later. */
const CHECK_MS = 30_000
/** A hang-up ends its playback first, and is told right after. */
const HANGUP_MS = 150

/** How a prompt list ended, and when. */
export type PlaybackEnd = { readonly kind: 'done'; readonly at: number } | { readonly kind: 'failed'; readonly problem: Problem }

/**
 * A prompt list on its way to the caller. `end` is there once it is over, and `desk` watchers are told.
 * It may be skipped at any time, also while its sounds are still being made.
 */
export class Playback {
  end: PlaybackEnd | undefined
  #asked = false
  readonly #id: string

  constructor(
    private readonly scene: Scene,
    key: string,
  ) {
    this.#id = scene.id(key)
  }

  /** Starts it; or joins it, after a restart. */
  start(prompts: readonly Prompt[]): void {
    const { scene } = this
    if (this.#look()) return
    if (prompts.length === 0) {
      this.end = { kind: 'done', at: scene.clock.now() }
      return
    }
    void this.#run(prompts)
  }

  /** Ends it now; does not wait for the server, which takes requests in order. */
  skip(): void {
    if (this.end) return
    this.end = { kind: 'done', at: this.scene.clock.now() }
    // After a restart it may play without having been asked for in this life.
    if (this.#asked || this.scene.restored) void this.scene.desk.call.stopPlayback(this.#id)
  }

  /** True once it has ended; to be asked after everything that happens. */
  get over(): boolean {
    return this.end !== undefined || this.#look()
  }

  #look(): boolean {
    const told = this.scene.desk.playbacks.get(this.#id)
    if (!told || told.result === 'failed') return false // a failure is looked into first
    this.end = { kind: 'done', at: told.at }
    return true
  }

  async #run(prompts: readonly Prompt[]): Promise<void> {
    const { scene } = this
    const { desk } = scene
    const sounds = await scene.sounds(prompts)
    if (this.end || scene.over) return
    if (!sounds.ok) return this.#fail(sounds.error)
    this.#asked = true
    const asked = await reliably(scene, () => desk.call.play(this.#id, sounds.value))
    if (this.end) return
    if (!asked.ok) return this.#fail(asked.error)
    await this.#supervise()
  }

  async #supervise(): Promise<void> {
    const { scene } = this
    const { desk, clock } = scene
    for (;;) {
      const check = clock.now() + CHECK_MS
      const seen = await until(scene, (wakeAt) => {
        if (this.end || this.#look()) return 'over'
        if (desk.playbacks.get(this.#id)?.result === 'failed') return 'failed'
        if (clock.now() >= check) return 'check'
        wakeAt(check)
        return undefined
      })
      if (seen === undefined || seen === 'over') return
      if (seen === 'failed') return this.#failedOnItsOwn()
      const alive = await desk.call.playbackAlive(this.#id)
      if (!this.end && alive.ok && !alive.value) return this.#finish({ kind: 'done', at: clock.now() })
    }
  }

  async #failedOnItsOwn(): Promise<void> {
    const { scene } = this
    const later = scene.clock.now() + HANGUP_MS
    const waited = await until(scene, (wakeAt) => {
      wakeAt(later)
      return scene.clock.now() >= later ? true : undefined
    })
    if (waited) this.#fail({ code: 'PLAYBACK_FAILED', message: 'The prompt could not be played.' })
  }

  #fail(problem: Problem): void {
    this.#finish({ kind: 'failed', problem })
  }

  #finish(end: PlaybackEnd): void {
    if (this.end) return
    this.end = end
    this.scene.desk.notify()
  }
}

/** The end of a playback as a result. */
export function playbackResult(end: PlaybackEnd): Result<void> {
  return end.kind === 'failed' ? fail(end.problem.code, end.problem.message, end.problem.params) : ok()
}
