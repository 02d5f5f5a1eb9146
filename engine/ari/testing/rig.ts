import type { Call, IncomingCall, MediaUri, Telephony } from '@/engine/ports'

/** A caller in a test, whatever the telephone world. */
export interface RigCaller {
  press(digits: string): Promise<void>
  hangup(): Promise<void>
  /** Resolves when something is heard. */
  readonly hears: () => Promise<unknown>
  readonly answered: Promise<unknown>
  readonly ended: Promise<unknown>
}

/** The party that a transfer rings. */
export interface RigParty {
  answer(): Promise<void>
  busy(): Promise<void>
  hangup(): Promise<void>
  readonly ended: Promise<unknown>
}

/** A telephone world and an engine's connection to it. */
export interface Rig {
  /** The present engine's. */
  readonly telephony: Telephony
  readonly states: readonly ('up' | 'down')[]
  /** Someone calls 7000 from "4711". */
  dialIn(): Promise<RigCaller>
  /** The next call that comes in. */
  nextIncoming(): Promise<{ readonly call: Call; readonly incoming: IncomingCall }>
  /** A sound of about a second. */
  readonly sound: MediaUri
  /** A sound of many seconds. */
  readonly longSound: MediaUri
  /** A sound that is not there. */
  readonly noSound: MediaUri
  /** The phone 1001, once it is rung. */
  nextParty(): Promise<RigParty>
  /** Waits for something to happen, letting time pass; rejects after 15 s. */
  until<T>(happens: Promise<T>): Promise<T>
  pass(ms: number): Promise<void>
  now(): number
  loseConnection(): Promise<void>
  regainConnection(): Promise<void>
  /** The engine is killed … */
  killEngine(): Promise<void>
  /** … and another one starts. */
  startEngine(): Promise<void>
  /** The telephone server dies and starts again; resolves when it is up. */
  restartServer(): Promise<void>
}
