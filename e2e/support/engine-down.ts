import { setTimeout as sleep } from 'node:timers/promises'
import type { Product } from './product'

/** Kills the engine, and each one that takes its place, until told to stop. */
export function keepEngineDown(product: Pick<Product, 'pid'>): { readonly killed: () => number; stop(): Promise<void> } {
  let over = false
  let killed = 0
  let last: number | undefined
  const work = (async () => {
    while (!over) {
      const pid = product.pid('engine')
      if (pid !== undefined && pid !== last) {
        last = pid
        killed++
        process.kill(pid, 'SIGKILL')
      }
      await sleep(10)
    }
  })()
  return {
    killed: () => killed,
    stop: () => {
      over = true
      return work
    },
  }
}
