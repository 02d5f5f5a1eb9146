import { expect, it } from 'vitest'
import { newId } from './ids'

it('makes ids of letters and digits alone, so that no command line takes one for an option', () => {
  const ids = Array.from({ length: 2000 }, newId)
  expect(ids.filter((id) => !/^[A-Za-z0-9]{21}$/.test(id))).toEqual([])
  expect(new Set(ids).size).toBe(ids.length)
})
