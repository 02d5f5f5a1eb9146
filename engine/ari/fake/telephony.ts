import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fail, ok, type Result } from '@/engine/errors'
import type { Call, IncomingCall, Telephony } from '@/engine/ports'
import { CallBook } from '../call-book'
import { recordingName } from '../ids'
import { silentLog } from '../log'
import { fakeCall } from './call'
import { FakeCaller } from './caller'
import { FakeChannel } from './channel'
import { type FakeOptions, FakeWorld, type Message } from './world'

/** Who calls whom. */
export interface FakeIncoming {
  readonly to: string
  readonly from?: string
  readonly name?: string
  readonly callId?: string
}

/**
 * A telephone world in memory, for tests and the simulator. Calls live in the world, not in this connection to it:
 * they go on, and what happens is kept, while the connection is down or its engine dead.
 *
 * @example
 * const clock = new VirtualClock()
 * const telephony = new FakeTelephony({ clock, durationOf: () => 2000 })
 * telephony.onIncoming((call) => void call.play('p1', ['sound:hello']))
 * await telephony.start()
 * const caller = telephony.incoming({ to: '7000' })
 * await clock.advance(500)
 * caller.press('1')
 */
export class FakeTelephony implements Telephony {
  readonly #world: FakeWorld
  readonly #book: CallBook
  #state: 'up' | 'down' = 'down'
  #tellIncoming: (call: Call, incoming: IncomingCall) => void = () => {}
  #tellState: (state: 'up' | 'down') => void = () => {}

  constructor(options: FakeOptions | FakeWorld) {
    this.#world = options instanceof FakeWorld ? options : new FakeWorld(options)
    this.#book = new CallBook(silentLog, () => this.#world.clock.now())
  }

  // The world's side.

  /** Someone calls. */
  incoming({ to, from = '+15550100', name = '', callId = this.#world.nextCallId() }: FakeIncoming): FakeCaller {
    const incoming: IncomingCall = { callId, to, from: { number: from, name }, at: this.#world.clock.now() }
    const channel = new FakeChannel(incoming, this.#world)
    this.#world.channels.set(callId, channel)
    this.#world.tell({ kind: 'incoming', incoming })
    return new FakeCaller(channel)
  }

  /** A call that is over need not be known any more. */
  forget(callId: string): void {
    this.#world.channels.delete(callId)
  }

  /** The connection breaks; calls go on and what happens on them is kept. */
  goDown(): void {
    if (this.#state === 'down') return
    this.#world.disconnect()
    this.#state = 'down'
    this.#tellState('down')
  }

  /** The connection is back: what was kept is told, then `up`. */
  comeBack(): void {
    if (this.#state === 'up') return
    this.#world.connect((message) => this.#receive(message))
    this.#book.settle(this.#world.live)
    this.#state = 'up'
    this.#tellState('up')
  }

  /** The telephone server dies with all its calls; `comeBack()` is its restart. */
  crash(): void {
    this.goDown()
    this.#world.crash()
  }

  /** This engine is killed (no `down` is told); what a newly started one gets. */
  successor(): FakeTelephony {
    this.#world.disconnect()
    this.#state = 'down'
    return new FakeTelephony(this.#world)
  }

  // The engine's side.

  onIncoming(handler: (call: Call, incoming: IncomingCall) => void): void {
    this.#tellIncoming = handler
  }

  onState(handler: (state: 'up' | 'down') => void): void {
    this.#tellState = handler
  }

  async start(): Promise<void> {
    this.comeBack()
  }

  async stop(): Promise<void> {
    this.#world.disconnect()
    this.#state = 'down'
  }

  async liveCalls(): Promise<Result<readonly string[]>> {
    return this.#state === 'up' ? ok(this.#book.live) : down()
  }

  async callInfo(callId: string): Promise<Result<IncomingCall>> {
    const channel = this.#reach(callId)
    if (!channel.ok) return channel
    return channel.value && !channel.value.gone ? ok(channel.value.incoming) : fail('CALL_GONE', 'The caller has hung up.')
  }

  adopt(callId: string): Call {
    return fakeCall(callId, this.#book.events(callId), () => this.#reach(callId))
  }

  recordingFile(recordingId: string): string | undefined {
    const { recordingsDir } = this.#world.options
    if (!recordingsDir) return undefined
    const file = join(recordingsDir, `${recordingName(recordingId)}.wav`)
    return existsSync(file) ? file : undefined
  }

  info(): ReturnType<Telephony['info']> {
    return { state: this.#state, transport: 'fake', since: this.#world.since }
  }

  #receive(message: Message): void {
    if (message.kind === 'event') {
      this.#book.emit(message.callId, message.event)
    } else {
      this.#book.begin(message.incoming.callId)
      this.#tellIncoming(this.adopt(message.incoming.callId), message.incoming)
    }
  }

  #reach(callId: string): Result<FakeChannel | undefined> {
    return this.#state === 'down' ? down() : ok(this.#world.channels.get(callId))
  }
}

function down(): Result<never> {
  return fail('TELEPHONY_DOWN', 'The telephone server cannot be reached.')
}
