import { EventEmitter } from 'node:events'

// Next bundles each route with its own copy of this module, and the server in front of it has another: the process must have one.
const shared: typeof globalThis & { __patchbayAccess?: EventEmitter } = globalThis
shared.__patchbayAccess ??= new EventEmitter().setMaxListeners(0)
const emitter = shared.__patchbayAccess

/** How often what stays open is checked all the same: the command line changes accounts in a process of its own. */
const EVERY_MS = 10_000

/** To be called after somebody lost a login, a token, or a role. */
export function accessChanged(): void {
  emitter.emit('changed')
}

/** How many things that are open are watched. */
export function accessWatchers(): number {
  return emitter.listenerCount('changed')
}

/**
 * Ends what stays open (a stream, a socket) as soon as its owner may no longer have it; the returned function ends the
 * watching. An `isAllowed` that cannot tell (rejects) ends nothing.
 */
export function whileAllowed(isAllowed: () => Promise<boolean>, end: () => void, everyMs: number = EVERY_MS): () => void {
  const check = () =>
    void isAllowed().then(
      (allowed) => {
        if (allowed || !emitter.listeners('changed').includes(check)) return
        stop()
        end()
      },
      () => {},
    )
  const timer = setInterval(check, everyMs).unref()
  const stop = () => {
    clearInterval(timer)
    emitter.off('changed', check)
  }
  emitter.on('changed', check)
  return stop
}
