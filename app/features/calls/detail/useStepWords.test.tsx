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
const words = () =>
  renderHook(() => useStepWords(document), {
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

test('given a drawn step, then what it was told to do can be read; a step inside a module is not in this drawing', () => {
  expect(words().drawn(step(null))).toContain('Press one.')
  expect(words().drawn(step(null, 'part.ask'))).toEqual([])
})
