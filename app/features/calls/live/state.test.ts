import { describe, expect, it } from 'vitest'
import type { EngineEvent } from '@/engine/control/protocol'
import { afterEvent, countByPath, type LiveCalls } from './state'

const started = (sessionId: string, flowId = 'f1'): EngineEvent => ({
  type: 'session-started',
  sessionId,
  interactionId: `i-${sessionId}`,
  flowId,
  versionId: 'v1',
  from: '100',
  to: '7000',
  at: 1,
})
const entered = (sessionId: string, path: string, visit: number, flowId = 'f1'): EngineEvent => ({
  type: 'step-entered',
  sessionId,
  flowId,
  path,
  visit,
  at: 2,
})
const ended = (sessionId: string): EngineEvent => ({
  type: 'session-ended',
  sessionId,
  interactionId: `i-${sessionId}`,
  flowId: 'f1',
  outcome: 'completed',
  at: 3,
})
const follow = (...events: EngineEvent[]) => events.reduce<LiveCalls>(afterEvent, new Map())

describe('live calls', () => {
  it('given calls in steps, then each step of the flow has its count', () => {
    const calls = follow(
      started('a'),
      started('b'),
      started('c', 'f2'),
      entered('a', 'menu', 1),
      entered('b', 'menu', 1),
      entered('c', 'menu', 1, 'f2'),
    )
    expect([...countByPath(calls, 'f1')]).toEqual([['menu', 2]])
    expect([...countByPath(calls, 'f2')]).toEqual([['menu', 1]])
  })

  it('given a call moves on, then it is counted where it is now', () => {
    expect([...countByPath(follow(started('a'), entered('a', 'menu', 1), entered('a', 'sub.play', 2)), 'f1')]).toEqual([['sub.play', 1]])
  })

  it('given a call ends, then it is gone', () => {
    expect(follow(started('a'), entered('a', 'menu', 1), ended('a')).size).toBe(0)
  })

  it('given a call that was up before we listened, then its first step makes it known', () => {
    expect(follow(entered('x', 'menu', 4)).get('x')).toMatchObject({ flowId: 'f1', path: 'menu', interactionId: null })
  })

  it('given an older step comes again, then the call stays where it is', () => {
    expect(follow(started('a'), entered('a', 'bye', 5), entered('a', 'menu', 4)).get('a')?.path).toBe('bye')
  })

  it('given the present state, as after the engine came back, then calls that have ended meanwhile are gone', () => {
    const present = {
      sessionId: 'b',
      interactionId: 'i-b',
      flowId: 'f1',
      versionId: 'v1',
      from: '100',
      to: '7000',
      path: 'bye',
      startedAt: 1,
    }
    const calls = afterEvent(follow(started('a'), started('b'), entered('b', 'menu', 7)), { type: 'present', calls: [present] })
    expect([...calls.keys()]).toEqual(['b'])
    expect(calls.get('b')).toMatchObject({ path: 'bye' })
    expect(afterEvent(calls, entered('b', 'menu', 1)).get('b')?.path).toBe('menu')
  })

  it('given the end of a call nobody knew, then nothing changes', () => {
    const calls = follow(started('a'))
    expect(afterEvent(calls, ended('zzz'))).toBe(calls)
  })
})
