import { spawn } from 'node:child_process'
import { once } from 'node:events'

/**
 * Runs `work` while holding an exclusive lock on `file`, across processes. `flock` holds it in a child that ends with
 * our pipe, so the kernel frees the lock even if we are killed: there are no stale locks.
 */
export async function withLock<T>(file: string, onWait: () => void, work: () => Promise<T>): Promise<T> {
  const holder = spawn('flock', ['-x', file, 'sh', '-c', 'echo held; exec cat'], { stdio: ['pipe', 'pipe', 'ignore'] })
  const waiting = setTimeout(onWait, 500)
  try {
    await new Promise<void>((held, failed) => {
      holder.once('error', failed)
      holder.once('close', () => failed(new Error(`cannot lock ${file}`)))
      holder.stdout.once('data', () => held())
    })
    clearTimeout(waiting)
    return await work()
  } finally {
    clearTimeout(waiting)
    if (holder.pid !== undefined && holder.exitCode === null) {
      const closed = once(holder, 'close')
      holder.stdin.end()
      await closed
    }
  }
}
