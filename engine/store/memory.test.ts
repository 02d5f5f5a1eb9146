import { describe, expect, it } from 'vitest'
import { memoryStore } from '.'
import { begun, interaction, START, session, step, write } from './testing/rows'

describe('the store in memory', () => {
  it('brings back a session as the databases do', async () => {
    const { store } = memoryStore()
    const deadline = { sessionId: 's1', visit: 2, key: 'x', dueAt: START }
    await store.write([{ ...begun('s1'), memos: [{ sessionId: 's1', visit: 1, key: 'ask', value: '1' }] }, begun('s2')])
    await store.write([
      write({
        session: session('s1', { snapshot: '{"n":2}' }),
        steps: [step('s1', 1, { leftAt: START + 3, outcome: 'done' }), step('s1', 2)],
        left: [{ sessionId: 's1', visit: 1 }],
        deadlines: [deadline],
      }),
      write({ session: session('s2', { status: 'ended', snapshot: '', endedAt: START }) }),
    ])
    expect(await store.activeSessions()).toEqual([
      {
        session: session('s1', { snapshot: '{"n":2}' }),
        interaction: interaction('i-s1'),
        memos: [],
        deadlines: [deadline],
        openStep: step('s1', 2),
      },
    ])
  })
})
