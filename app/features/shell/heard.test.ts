import { describe, expect, it } from 'vitest'
import { type Health, heard, nothingHeard } from './heard'

const up: Health = {
  web: 'up',
  engine: 'up',
  telephony: { state: 'up', version: '22.10' },
  database: 'up',
  problem: null,
  sipPort: 5060,
  liveCalls: 0,
}
const down: Health = { ...up, engine: 'down', telephony: { state: 'down', version: null } }
const having = (...answers: (Health | undefined)[]) => answers.reduce(heard, nothingHeard)

describe('heard', () => {
  it('given the engine misses one answer, then what was known before is still said', () => {
    expect(having(up, down)).toEqual({ health: up, known: true, misses: 1 })
    expect(having(down)).toMatchObject({ known: false })
  })

  it('given it misses two in a row, then it is down, until it answers', () => {
    expect(having(up, down, down).health).toBe(down)
    expect(having(up, down, down, down).health).toBe(down)
    expect(having(up, down, down, up)).toEqual({ health: up, known: true, misses: 0 })
  })

  it('given misses with an answer in between, then each is the first', () => {
    expect(having(up, down, up, down).health).toBe(up)
  })

  it('given the server cannot be reached, then that is said at once', () => {
    expect(having(up, undefined)).toEqual({ health: undefined, known: true, misses: 0 })
  })
})
