import { renderHook } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import en from '@/app/i18n/en'
import { FlowDocument } from '@/engine/flow/document'
import { useStepWords } from './useStepWords'

const document = FlowDocument.parse({
  schemaVersion: 1,
  kind: 'ivr',
  name: 'Main line',
  variables: [],
  nodes: [
    {
      id: 'ask',
      type: 'menu',
      version: 1,
      name: 'Which office?',
      config: { prompts: [{ kind: 'text', text: 'Press one.' }], options: [{ key: '1', label: 'Berlin' }] },
      position: { x: 0, y: 0 },
    },
  ],
  edges: [],
  notes: [],
})
const part = {
  scope: 'part',
  flowId: 'm',
  versionId: 'v',
  versionNumber: 3,
  document: FlowDocument.parse({
    ...document,
    kind: 'module',
    name: 'Opening hours',
    outcomes: [{ id: 'open', label: 'We are open' }],
    nodes: [
      { ...document.nodes[0], name: 'Which floor?' },
      { id: 'out', type: 'return', version: 1, config: { outcome: 'open' }, position: { x: 0, y: 0 } },
    ],
  }),
}
const words = () =>
  renderHook(() => useStepWords({ document, modules: [part] }), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <NextIntlClientProvider locale="en" messages={en}>
        {children}
      </NextIntlClientProvider>
    ),
  }).result.current
const step = (outcome: string | null, path = 'ask') => ({ path, nodeId: 'ask', type: 'menu', outcome })

test('given a drawn step, then it and its exit are called as they are drawn', () => {
  expect(words().title(step(null))).toBe('Which office?')
  expect(words().outcome(step('matched:1'))).toContain('Berlin')
})

test('given a step in which the caller hung up, then its exit says so', () => {
  expect(words().outcome(step('hangup'))).toBe('Caller hung up')
})

test('given a step that was not left, or left by the engine itself, then no exit is named', () => {
  expect(words().outcome(step(null))).toBeNull()
  expect(words().outcome(step('$end'))).toBeNull()
})

test('given a drawn step, then what it was told to do can be read', () => {
  expect(words().drawn(step(null))).toContain('Press one.')
})

test('given a step inside a module, then it is called as that module draws it, and the way out by the module’s exit', () => {
  const inside = step('matched:1', 'part.ask')
  expect(words().title(inside)).toBe('Which floor?')
  expect(words().outcome(inside)).toContain('Berlin')
  expect(words().moduleExit({ path: 'part.out', nodeId: 'out', type: 'return', outcome: 'left' })).toBe('We are open')
  expect(words().module({ path: 'part', nodeId: 'part', type: 'run-module', outcome: 'entered' })).toBe('Opening hours, version 3')
})

test('given a module that is not there any more, then its steps have their types’ names', () => {
  expect(words().title(step(null, 'gone.ask'))).toBe('Menu')
  expect(words().drawn(step(null, 'gone.ask'))).toEqual([])
})
