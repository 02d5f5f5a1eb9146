import { expect, test, vi } from 'vitest'
import { accessChanged, whileAllowed } from './access'

const settled = () => new Promise((resolve) => setImmediate(resolve))

test('given an account changed, then what its owner may no longer have is ended, once, and all else stays', async () => {
  const [refused, allowed, unknown] = [vi.fn(), vi.fn(), vi.fn()]
  whileAllowed(async () => false, refused)
  const stops = [whileAllowed(async () => true, allowed), whileAllowed(() => Promise.reject(new Error('busy')), unknown)]
  accessChanged()
  await settled()
  accessChanged()
  await settled()
  expect([refused, allowed, unknown].map(({ mock }) => mock.calls.length)).toEqual([1, 0, 0])
  for (const stop of stops) stop()
})

test('given it has been closed by itself, then it is not ended any more', async () => {
  const end = vi.fn()
  whileAllowed(async () => false, end)()
  accessChanged()
  await settled()
  expect(end).not.toHaveBeenCalled()
})

test('given another process changed the account, then that is found out after a while', async () => {
  let may = true
  const ended = new Promise<void>((resolve) => whileAllowed(async () => may, resolve, 1))
  may = false
  await ended
})
