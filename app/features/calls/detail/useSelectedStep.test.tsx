import { act, renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Step, useSelectedStep } from './useSelectedStep'

const step = (visit: number, path: string, left = true): Step => ({
  visit,
  path,
  nodeId: path.split('.').at(-1) ?? path,
  type: 'menu',
  enteredAt: new Date(visit * 1000),
  leftAt: left ? new Date(visit * 1000 + 500) : null,
  durationMs: left ? 500 : null,
  outcome: left ? 'done' : null,
  input: null,
  output: null,
  errorCode: null,
  errorMessage: null,
})

describe('useSelectedStep', () => {
  it('given a call that is over, then nothing is selected until one picks', () => {
    const { result } = renderHook(() => useSelectedStep([step(1, 'a'), step(2, 'b')]))
    expect(result.current.selected).toBeUndefined()
    act(() => result.current.select(2))
    expect(result.current.selected?.path).toBe('b')
  })

  it('given a call under way, then the step that it is in, until one picks another', () => {
    const { result, rerender } = renderHook(({ steps }) => useSelectedStep(steps), { initialProps: { steps: [step(1, 'a', false)] } })
    expect(result.current.selected?.visit).toBe(1)
    rerender({ steps: [step(1, 'a'), step(2, 'b', false)] })
    expect(result.current.selected?.visit).toBe(2)
    act(() => result.current.select(1))
    rerender({ steps: [step(1, 'a'), step(2, 'b'), step(3, 'c', false)] })
    expect(result.current.selected?.visit).toBe(1)
  })

  it('given a step that was visited twice, then each click on the drawing shows the next visit', () => {
    const { result } = renderHook(() => useSelectedStep([step(1, 'a'), step(2, 'b'), step(3, 'a')]))
    act(() => result.current.selectNode('a'))
    expect(result.current.selected?.visit).toBe(1)
    act(() => result.current.selectNode('a'))
    expect(result.current.selected?.visit).toBe(3)
    act(() => result.current.selectNode('a'))
    expect(result.current.selected?.visit).toBe(1)
  })

  it('given a step that runs a module, then what happened inside belongs to it', () => {
    const { result } = renderHook(() => useSelectedStep([step(1, 'a'), step(2, 'm.inner')]))
    act(() => result.current.selectNode('m'))
    expect(result.current.selected?.visit).toBe(2)
  })

  it('given a call that failed, then where it went wrong, until one closes that', () => {
    const failed = { ...step(2, 'b'), errorCode: 'HTTP_TIMEOUT' }
    const { result } = renderHook(() => useSelectedStep([step(1, 'a'), failed, step(3, 'c')]))
    expect(result.current.selected?.visit).toBe(2)
    act(() => result.current.select(null))
    expect(result.current.selected).toBeUndefined()
  })

  it('given the ground of the drawing, then nothing is selected', () => {
    const { result } = renderHook(() => useSelectedStep([step(1, 'a')]))
    act(() => result.current.select(1))
    act(() => result.current.selectNode(null))
    expect(result.current.selected).toBeUndefined()
  })
})
