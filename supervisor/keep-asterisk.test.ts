import { expect, test, vi } from 'vitest'
import type { RunningAsterisk } from '@/engine/asterisk'
import { fail, ok, type Result } from '@/engine/errors'
import { keepAsterisk } from './keep-asterisk'

/** An Asterisk that ends when it is told to. */
function life(pid: number): RunningAsterisk & { readonly end: () => void } {
  let tell: (exit: Awaited<RunningAsterisk['exited']>) => void = () => {}
  const exited = new Promise<Awaited<RunningAsterisk['exited']>>((resolve) => {
    tell = resolve
  })
  const end = () => tell({ code: null, signal: 'SIGKILL', lastLines: '' })
  return { pid, version: '22', ari: { url: '', user: '', password: '' }, exited, end, stop: async () => end() }
}

function keep(starts: readonly (Result<RunningAsterisk> | Error)[], pauseMs = 1) {
  const pids: (number | undefined)[] = []
  const crashes: string[] = []
  let tries = 0
  const kept = keepAsterisk({
    start: async () => {
      const next = starts[tries++] ?? fail('ASTERISK_EXITED', 'no more lives')
      if (next instanceof Error) throw next
      return next
    },
    onPid: (pid) => pids.push(pid),
    onCrash: (how) => crashes.push(how),
    restarts: { pauseAfter: () => pauseMs },
  })
  return { kept, pids, crashes, tries: () => tries }
}

test('given it is killed and its port is taken for a while, then it is started again until it runs', async () => {
  const [first, second] = [life(1), life(2)]
  const taken = fail('ASTERISK_PORT_TAKEN', 'Port 5060 is used.')
  const { kept, pids, crashes } = keep([ok(first), taken, new Error('ENOSPC'), ok(second)])
  expect((await kept.first).ok).toBe(true)
  first.end()
  await vi.waitFor(() => expect(pids).toEqual([1, undefined, 2]))
  expect(crashes).toEqual(['SIGKILL', 'Port 5060 is used.', expect.stringContaining('ENOSPC')])
  await kept.stop()
  expect(pids).toEqual([1, undefined, 2, undefined])
})

test('given the first start fails, then that is told and nothing is tried again', async () => {
  const { kept, tries } = keep([fail('ASTERISK_PORT_TAKEN', 'Port 5060 is used.')])
  expect(await kept.first).toMatchObject({ ok: false, error: { code: 'ASTERISK_PORT_TAKEN' } })
  await kept.stop()
  expect(tries()).toBe(1)
})

test('given it is stopped while it waits for its next start, then there is none', async () => {
  const first = life(1)
  const { kept, crashes, tries } = keep([ok(first), ok(life(2))], 60_000)
  await kept.first
  first.end()
  await vi.waitFor(() => expect(crashes).toEqual(['SIGKILL']))
  await kept.stop()
  expect(tries()).toBe(1)
})
