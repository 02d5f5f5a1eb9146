import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FlowDocument } from '@/engine/flow'
import { connect } from './edits/edges'
import { addVariable, setHead } from './edits/flow'
import { addNode, createNode, moveTo, renameNode, setConfig } from './edits/nodes'
import { remove } from './edits/remove'
import { keyOf, listNames, listOf } from './keys'
import { merge } from './merge'
import { select } from './selection'
import { anyCommand, toCommand } from './testing/commands'
import { edge, explain, legal, sample, typeOf } from './testing/registry'

const rename = (document: FlowDocument, id: string, name: string) => renameNode(document, id, name)
const without = (document: FlowDocument, id: string) => remove(document, select({ nodes: [id] }), explain, legal)
const nodeOf = (document: FlowDocument, id: string) => document.nodes.find((node) => node.id === id)
const run = (commands: readonly Parameters<typeof toCommand>[0][]) =>
  commands.reduce((doc, command) => toCommand(command).edit(doc), sample)

describe('three-way merge', () => {
  it('given edits of different steps, then both stay and nothing is asked', () => {
    const { conflicts, resolve } = merge(sample, rename(sample, 'hello', 'Mine'), rename(sample, 'menu', 'Theirs'))
    const merged = resolve(() => 'theirs')
    expect(conflicts).toEqual([])
    expect(nodeOf(merged, 'hello')?.name).toBe('Mine')
    expect(nodeOf(merged, 'menu')?.name).toBe('Theirs')
  })

  it('given edits of different fields of one step, then both stay', () => {
    const mine = rename(sample, 'hello', 'Mine')
    const theirs = moveTo(setConfig(sample, 'hello', { text: 'theirs' }, explain), new Map([['hello', { x: 8, y: 8 }]]))
    const { conflicts, resolve } = merge(sample, mine, theirs)
    expect(conflicts).toEqual([])
    expect(
      nodeOf(
        resolve(() => 'mine'),
        'hello',
      ),
    ).toMatchObject({ name: 'Mine', config: { text: 'theirs' }, position: { x: 8, y: 8 } })
  })

  it('given one field that both changed, then it is asked, and either side can be had; the other fields stay of both', () => {
    const mine = setConfig(rename(sample, 'hello', 'Mine'), 'hello', { text: 'mine' }, explain)
    const theirs = rename(setConfig(sample, 'hello', { text: '' }, explain), 'hello', 'Theirs')
    const { conflicts, resolve } = merge(sample, mine, theirs)
    expect(conflicts).toMatchObject([{ list: 'nodes', key: 'hello', kind: 'both-changed', fields: ['name'] }])
    expect(
      nodeOf(
        resolve(() => 'mine'),
        'hello',
      ),
    ).toMatchObject({ name: 'Mine', config: { text: 'mine' } })
    expect(
      nodeOf(
        resolve(() => 'theirs'),
        'hello',
      ),
    ).toMatchObject({ name: 'Theirs', config: { text: 'mine' } })
  })

  it('given both made the same change, then nothing is asked', () => {
    expect(merge(sample, rename(sample, 'hello', 'Same'), rename(sample, 'hello', 'Same')).conflicts).toEqual([])
  })

  it('given a step that I edited and they deleted, then it can be kept with its connections or let go', () => {
    const { conflicts, resolve } = merge(sample, rename(sample, 'one', 'Mine'), without(sample, 'one'))
    expect(conflicts).toMatchObject([{ key: 'one', kind: 'deleted-by-them' }])
    const kept = resolve(() => 'mine')
    expect(nodeOf(kept, 'one')?.name).toBe('Mine')
    expect(kept.edges).toContainEqual(edge('menu.key:1', 'one'))
    expect(
      nodeOf(
        resolve(() => 'theirs'),
        'one',
      ),
    ).toBeUndefined()
  })

  it('given a step that I deleted and they edited, then it can be kept with its connections or let go', () => {
    const { conflicts, resolve } = merge(sample, without(sample, 'one'), rename(sample, 'one', 'Theirs'))
    expect(conflicts).toMatchObject([{ key: 'one', kind: 'deleted-by-me' }])
    const kept = resolve(() => 'theirs')
    expect(nodeOf(kept, 'one')?.name).toBe('Theirs')
    expect(kept.edges).toContainEqual(edge('menu.key:1', 'one'))
    expect(
      nodeOf(
        resolve(() => 'mine'),
        'one',
      ),
    ).toBeUndefined()
  })

  it('given a connection that I drew to a step they deleted, then it is asked and no edge is left dangling', () => {
    const mine = connect(sample, edge('menu.timeout', 'one'))
    const { conflicts, resolve } = merge(sample, mine, without(sample, 'one'))
    expect(conflicts).toMatchObject([{ key: 'one', kind: 'deleted-by-them' }])
    expect(resolve(() => 'mine').edges).toContainEqual(edge('menu.timeout', 'one'))
    expect(resolve(() => 'theirs').edges.some((e) => e.to === 'one')).toBe(false)
  })

  it('given a connection that they drew to a step I deleted, then it is asked', () => {
    const theirs = connect(sample, edge('menu.timeout', 'one'))
    const { conflicts, resolve } = merge(sample, without(sample, 'one'), theirs)
    expect(conflicts).toMatchObject([{ key: 'one', kind: 'deleted-by-me' }])
    expect(resolve(() => 'theirs').edges).toContainEqual(edge('menu.timeout', 'one'))
    expect(
      nodeOf(
        resolve(() => 'mine'),
        'one',
      ),
    ).toBeUndefined()
  })

  it('given both drew one exit to different steps, then it is asked', () => {
    const { conflicts, resolve } = merge(sample, connect(sample, edge('menu.timeout', 'one')), connect(sample, edge('menu.timeout', 'two')))
    expect(conflicts).toMatchObject([{ list: 'edges', kind: 'both-added' }])
    expect(resolve(() => 'mine').edges).toContainEqual(edge('menu.timeout', 'one'))
    expect(resolve(() => 'theirs').edges).toContainEqual(edge('menu.timeout', 'two'))
  })

  it('given a variable and a description on either side, then both stay', () => {
    const mine = addVariable(sample, { name: 'mine', type: 'string' })
    const theirs = setHead(addVariable(sample, { name: 'theirs', type: 'number' }), { description: 'Theirs' })
    const merged = merge(sample, mine, theirs).resolve(() => 'mine')
    expect(merged.variables.map((variable) => variable.name).sort()).toEqual(['mine', 'theirs'])
    expect(merged.description).toBe('Theirs')
  })

  it('given work on one side only, then the result is that side', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 20 }), (commands) => {
        const edited = run(commands)
        expect(merge(sample, edited, sample).resolve(() => 'mine')).toEqual(edited)
        expect(merge(sample, sample, edited).resolve(() => 'mine')).toEqual(edited)
        expect(merge(sample, sample, edited).conflicts).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('given any work on both sides, then what only one of them touched is as that one left it, and no edge dangles', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 15 }), fc.array(anyCommand, { maxLength: 15 }), fc.boolean(), (a, b, takeMine) => {
        const mine = run(a)
        const theirs = run(b)
        const { conflicts, resolve } = merge(sample, mine, theirs)
        const merged = resolve(() => (takeMine ? 'mine' : 'theirs'))
        const disputed = new Set(conflicts.map((conflict) => conflict.id))
        for (const list of listNames) {
          if (list === 'edges') continue
          const [was, my, their, now] = [sample, mine, theirs, merged].map(
            (document) => new Map(listOf(document, list).map((item) => [(keyOf[list] as (item: unknown) => string)(item), item])), // any list's key
          )
          for (const key of new Set([...(my?.keys() ?? []), ...(their?.keys() ?? []), ...(was?.keys() ?? [])])) {
            if (disputed.has(`${list}/${key}`)) continue
            const untouchedByMe = JSON.stringify(my?.get(key)) === JSON.stringify(was?.get(key))
            const untouchedByThem = JSON.stringify(their?.get(key)) === JSON.stringify(was?.get(key))
            if (untouchedByMe) expect(now?.get(key)).toEqual(their?.get(key))
            else if (untouchedByThem) expect(now?.get(key)).toEqual(my?.get(key))
          }
        }
        const ids = new Set<string>(merged.nodes.map((node) => node.id))
        expect(ids.size).toBe(merged.nodes.length)
        expect(merged.edges.every((edge) => ids.has(edge.from) && ids.has(edge.to))).toBe(true)
        expect(new Set(merged.edges.map(keyOf.edges)).size).toBe(merged.edges.length)
      }),
      { numRuns: 400 },
    )
  })

  it('given a step that I added, then it is in the result whatever they did', () => {
    const added = createNode(typeOf('say'), { x: 0, y: 0 })
    const { conflicts, resolve } = merge(sample, addNode(sample, added), without(without(sample, 'one'), 'two'))
    expect(conflicts).toEqual([])
    expect(
      nodeOf(
        resolve(() => 'theirs'),
        added.id,
      ),
    ).toEqual(added)
  })
})
