import { describe, expect, test } from 'vitest'
import { nodeDefinitions } from '@/nodes/registry.schema'
import { FlowDocument } from '../document'
import { canConnect } from './connection-rule'

const node = (id: string, type: string, config: object = {}) => ({ id, type, version: 1, config, position: { x: 0, y: 0 } })
const document = FlowDocument.parse({
  schemaVersion: 1,
  kind: 'ivr',
  name: 'Test',
  variables: [],
  nodes: [node('start', 'entry'), node('say', 'play'), node('new', 'hologram'), node('odd', 'menu', { options: 'none' })],
  edges: [],
  notes: [],
})
const may = (from: string, outcome: string, to: string) => {
  const answer = canConnect(document, nodeDefinitions, { from, outcome, to })
  return answer.ok ? 'yes' : answer.code
}

describe('whether two steps may be connected', () => {
  test.each([
    ['start', 'start', 'say', 'yes'],
    ['say', 'done', 'say', 'yes'],
    ['say', 'done', 'start', 'PB110'],
    ['say', 'finished', 'say', 'PB108'],
    ['say', 'done', 'nobody', 'PB107'],
    ['nobody', 'done', 'say', 'PB107'],
    // What cannot be known is not forbidden: the step itself is reported.
    ['new', 'whatever', 'say', 'yes'],
    ['odd', 'matched:1', 'say', 'yes'],
  ])('%s by %s to %s: %s', (from, outcome, to, expected) => {
    expect(may(from, outcome, to)).toBe(expected)
  })
})
