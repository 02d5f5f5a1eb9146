import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderApp } from '@/app/features/shared/testing/renderApp'
import { AssignNumberDialog } from './AssignNumberDialog'

const flow = (liveVersion: number | null) => ({ id: 'front', name: 'Front desk', kind: 'ivr', liveVersion })

test('given no published flow, when a number is to be assigned, then the dialog says what to do first', async () => {
  renderApp(<AssignNumberDialog initial={{}} onClose={() => undefined} />, {
    answers: { 'flows.list': () => [flow(null)], 'numbers.list': () => [] },
  })

  expect(await screen.findByText('No flow is published yet: open one and publish it first.')).toBeTruthy()
})

test('given a published flow, when a number is to be assigned, then the dialog says which flows may take calls', async () => {
  const { asked } = renderApp(<AssignNumberDialog initial={{}} onClose={() => undefined} />, {
    answers: { 'flows.list': () => [flow(1)], 'numbers.list': () => [] },
  })

  await expect.poll(() => asked.map((call) => call.path)).toContain('flows.list')
  expect(screen.getByText('Only published flows can take calls.')).toBeTruthy()
})
