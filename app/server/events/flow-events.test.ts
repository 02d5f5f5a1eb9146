import { describe, expect, it } from 'vitest'
import { createFlowEvents, type FlowEvent } from './flow-events'

const ann = { id: 'a', name: 'Ann' }
const bob = { id: 'b', name: 'Bob' }

describe('people on one draft', () => {
  function open(events: ReturnType<typeof createFlowEvents>, flowId: string, user: typeof ann) {
    const page = new AbortController()
    const reader = events.watch(flowId, user, page.signal)[Symbol.asyncIterator]()
    const next = async () => (await reader.next()).value as FlowEvent | undefined // `undefined` once it has ended
    return { next, close: () => page.abort() }
  }

  it('see each other come and go, a person with two pages once', async () => {
    const events = createFlowEvents()
    const one = open(events, 'f', ann)
    expect(await one.next()).toEqual({ kind: 'present', users: [ann] })
    const two = open(events, 'f', bob)
    expect(await two.next()).toEqual({ kind: 'present', users: [ann, bob] })
    expect(await one.next()).toEqual({ kind: 'present', users: [ann, bob] })
    const again = open(events, 'f', bob)
    await again.next()
    expect(await one.next()).toEqual({ kind: 'present', users: [ann, bob] })
    again.close()
    expect(await again.next()).toBeUndefined()
    expect(await one.next()).toEqual({ kind: 'present', users: [ann, bob] })
    two.close()
    // The events that two had not read yet end with it.
    while (await two.next());
    expect(await one.next()).toEqual({ kind: 'present', users: [ann] })
  })

  it('hear of saves and publishes of their flow, in order, and of no other', async () => {
    const events = createFlowEvents()
    const page = open(events, 'f', ann)
    await page.next()
    events.emit('other', { kind: 'saved', revision: 9, by: 'Bob' })
    events.emit('f', { kind: 'saved', revision: 2, by: 'Bob' })
    events.emit('f', { kind: 'published', number: 1, by: 'Bob' })
    expect([await page.next(), await page.next()]).toEqual([
      { kind: 'saved', revision: 2, by: 'Bob' },
      { kind: 'published', number: 1, by: 'Bob' },
    ])
  })

  it('end at once when the page closes while nothing happens', async () => {
    const page = open(createFlowEvents(), 'f', ann)
    await page.next()
    const waiting = page.next()
    page.close()
    expect(await waiting).toBeUndefined()
  })

  it('keep the latest events for a page that reads slowly', async () => {
    const events = createFlowEvents()
    const page = open(events, 'f', ann)
    await page.next()
    for (let revision = 1; revision <= 500; revision += 1) events.emit('f', { kind: 'saved', revision, by: 'Bob' })
    expect(await page.next()).toEqual({ kind: 'saved', revision: 301, by: 'Bob' })
  })
})
