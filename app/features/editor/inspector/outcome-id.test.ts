import { expect, test } from 'vitest'
import { OutcomeId } from '@/engine/flow'
import { outcomeId } from './outcome-id'

test.each([
  ['Not found', [], 'not-found'],
  ['Not found', ['not-found'], 'not-found-2'],
  ['  –Über 18?– ', [], 'u-ber-18'],
  // Every step that runs a module has this exit already, for what goes wrong.
  ['Error', [], 'error-2'],
])('given the label %j beside %j, then the id is readable and its own', (label, others, id) => {
  expect(
    outcomeId(
      label,
      others.map((other) => ({ id: other })),
    ),
  ).toBe(id)
})

test('given a label without Latin letters, then the id is made of letters and digits all the same', () => {
  for (let i = 0; i < 200; i++) {
    const id = outcomeId('未找到', [])
    expect(id).toMatch(/^exit-[A-Za-z0-9]{6}$/)
    expect(OutcomeId.safeParse(id).success).toBe(true)
  }
})
