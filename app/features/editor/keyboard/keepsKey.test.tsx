import { render } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { keepsKey, matchShortcut } from './match'
import type { ShortcutId } from './shortcuts'

function page() {
  const { getByTestId } = render(
    <>
      <div data-testid="canvas">
        <div data-testid="card" tabIndex={-1}>
          <button type="button" data-testid="port" />
        </div>
        <input type="radio" data-testid="color" />
      </div>
      <input type="radio" data-testid="segment" />
      <input type="checkbox" data-testid="switch" />
      <button type="button" data-testid="button" />
      <input data-testid="text" />
    </>,
  )
  return (where: string, id: ShortcutId) => keepsKey(getByTestId(where), id)
}

const moving = ['walk', 'nudge', 'extend', 'grow', 'step', 'edit', 'delete'] as const

describe('keys of what has the keyboard', () => {
  it.each(['segment', 'switch', 'button', 'color'])('given a %s, then arrows, Enter and Delete do not reach the canvas', (where) => {
    const keeps = page()
    for (const id of moving) expect.soft(keeps(where, id), id).toBe(true)
    expect(keeps(where, 'undo')).toBe(false)
  })

  it.each(['card', 'port'])('given a %s on the canvas, then they go from step to step and delete', (where) => {
    const keeps = page()
    for (const id of moving) expect.soft(keeps(where, id), id).toBe(false)
  })

  it('given a text field, then it keeps all but what works while typing', () => {
    const keeps = page()
    expect(keeps('text', 'undo')).toBe(true)
    expect(keeps('text', 'commands')).toBe(false)
  })
})

describe('arrows', () => {
  const press = (mods: Partial<KeyboardEventInit>) =>
    matchShortcut(new KeyboardEvent('keydown', { key: 'ArrowRight', code: 'ArrowRight', ...mods }))

  it('given none, Shift, Ctrl or Cmd, both, then they walk, move, pick more, resize', () => {
    expect([press({}), press({ shiftKey: true }), press({ ctrlKey: true }), press({ metaKey: true })]).toEqual([
      'walk',
      'nudge',
      'extend',
      'extend',
    ])
    expect(press({ ctrlKey: true, shiftKey: true })).toBe('grow')
  })
})
