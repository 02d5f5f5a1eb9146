import { expect, test, vi } from 'vitest'
import { fail, ok, type Result } from '@/engine/errors'
import { rescueCalls } from './rescue'

/** An engine that is there or not, second by second, and gone for good from its second absence on. */
function watch(there: readonly boolean[], handBack: () => Promise<Result<number>>) {
  const story = [...there]
  const told: number[] = []
  const noted: boolean[] = []
  const rescue = rescueCalls({
    isThere: async () => story.shift() ?? false,
    handBack,
    onHandedBack: (calls) => told.push(calls),
    everyMs: 1,
    absence: {
      note: (isThere) => {
        noted.push(isThere)
        return !isThere && noted.filter((was) => !was).length > 1
      },
    },
  })
  return { rescue, told, noted }
}

test('given the engine stays away, then calls are given back round after round, and those that were are told', async () => {
  const rounds = [ok(2), ok(0), fail('TELEPHONY_DOWN', 'Asterisk is away.'), ok(1)]
  const handBack = vi.fn(async () => rounds.shift() ?? ok(0))
  const { rescue, told } = watch([true, false], handBack)
  await vi.waitFor(() => expect(told).toEqual([2, 1]))
  await rescue.stop()
})

test('given the engine is there or was away for a moment only, then no call is touched', async () => {
  const handBack = vi.fn(async () => ok(1))
  const { rescue, noted } = watch([true, false, ...Array<boolean>(1000).fill(true)], handBack)
  await vi.waitFor(() => expect(noted.length).toBeGreaterThan(10))
  await rescue.stop()
  expect(handBack).not.toHaveBeenCalled()
})

test('given it is stopped while it asks, then calls are left alone', async () => {
  let answer = (_there: boolean) => {}
  const handBack = vi.fn(async () => ok(1))
  const isThere = vi.fn(
    () =>
      new Promise<boolean>((resolve) => {
        answer = resolve
      }),
  )
  const rescue = rescueCalls({ isThere, handBack, onHandedBack: () => {}, everyMs: 1, absence: { note: () => true } })
  await vi.waitFor(() => expect(isThere).toHaveBeenCalled())
  const stopped = rescue.stop()
  answer(false)
  await stopped
  expect(handBack).not.toHaveBeenCalled()
})
