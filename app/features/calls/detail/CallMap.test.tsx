import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useEffect } from 'react'
import { expect, test, vi } from 'vitest'
import { renderApp } from '@/app/features/shared/testing/renderApp'
import { FlowDocument } from '@/engine/flow'
import type { Call } from './CallHeader'
import { CallMap } from './CallMap'
import { type Step, useSelectedStep } from './useSelectedStep'

// The canvas measures itself, which only a browser can: what counts here is which flow is drawn, and what is asked of it.
vi.mock('@/app/features/editor/map/FlowMap', () => ({
  FlowMap: ({ document, onSelect }: { document: FlowDocument; onSelect: (nodeId: string | null) => void }) => (
    <button type="button" onClick={() => onSelect(null)}>
      Beside the cards of {document.name}
    </button>
  ),
}))

const drawing = (name: string) =>
  FlowDocument.parse({ schemaVersion: 1, kind: 'ivr', name, variables: [], nodes: [], edges: [], notes: [] })
const module = (scope: string, name: string) => ({ scope, flowId: scope, versionId: scope, versionNumber: 1, document: drawing(name) })
const step = (visit: number, path: string): Step => ({
  visit,
  path,
  nodeId: path.split('.').at(-1) ?? path,
  type: 'menu',
  enteredAt: new Date(visit),
  leftAt: new Date(visit),
  durationMs: 0,
  outcome: 'done',
  input: null,
  output: null,
  errorCode: null,
  errorMessage: null,
})
// what the drawing looks at of a run
const session = {
  document: drawing('Main line'),
  modules: [module('hours', 'Opening hours'), module('hours.days', 'Holidays')],
  steps: [step(1, 'ask'), step(2, 'hours'), step(3, 'hours.days.check')],
} as unknown as Call['sessions'][number]

function Page({ selection }: { selection: { current: ReturnType<typeof useSelectedStep> | null } }) {
  const current = useSelectedStep(session.steps)
  useEffect(() => {
    selection.current = current
  })
  return <CallMap session={session} selected={current.selected} onSelectNode={current.selectNode} />
}

function show() {
  const selection: Parameters<typeof Page>[0]['selection'] = { current: null }
  renderApp(<Page selection={selection} />)
  return { user: userEvent.setup(), select: (visit: number | null) => act(() => selection.current?.select(visit)) }
}
const drawn = (name: string) => screen.findByRole('button', { name: `Beside the cards of ${name}` })

test('given a step inside a module, when one presses beside the cards, then its drawing stays', async () => {
  const { user, select } = show()
  expect(await drawn('Main line')).toBeTruthy()
  select(3)
  await user.click(await drawn('Holidays'))
  expect(await drawn('Holidays')).toBeTruthy()
  select(1)
  await user.click(await drawn('Main line'))
  expect(await drawn('Main line')).toBeTruthy()
})

test('given nothing is selected, then the way back up goes on from what is drawn', async () => {
  const { user, select } = show()
  expect(await drawn('Main line')).toBeTruthy()
  select(3)
  await user.click(await drawn('Holidays'))
  await user.click(screen.getByRole('button', { name: 'Opening hours, version 1' }))
  expect(await drawn('Opening hours')).toBeTruthy()
  select(3)
  await user.click(await drawn('Holidays'))
  await user.click(screen.getByRole('button', { name: 'Main line' }))
  select(2)
  await user.click(await drawn('Opening hours'))
  expect(await drawn('Opening hours')).toBeTruthy()
})
