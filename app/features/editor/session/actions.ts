import type { Diagnostic, FlowEdge, FlowNode } from '@/engine/flow'
import { type Alignment, type Axis, align, distribute } from '../model/arrange'
import { addAfter, connect, disconnect, insertOnEdge, mainExit, reconnect } from '../model/edits/edges'
import { addNode, changeNode, createNode, moveTo, renameNode, setConfig } from '../model/edits/nodes'
import { addNote, changeNote, createNote, NOTE_MIN } from '../model/edits/notes'
import { remove } from '../model/edits/remove'
import type { Explain } from '../model/explain'
import { type Box, CARD_HEIGHT, CARD_WIDTH, freePlace, GAP, type Point, snap } from '../model/geometry'
import type { CommandName } from '../model/history'
import { edgeKey } from '../model/keys'
import { neighbour } from '../model/navigate'
import { isNothing, onlyNode, type Selection, select } from '../model/selection'
import type { Command } from '../model/store'
import { createClipboardActions } from './clipboard-actions'
import { type Illegal, legality } from './legality'
import { createMoveActions } from './move-actions'
import type { EditorSession } from './session'
import type { FieldRequest, QuickAdd } from './ui-store'

/** What the editor has to tell the user; the page finds the words. */
export type Message =
  | { readonly kind: 'illegal'; readonly reason: Illegal; readonly at?: Point }
  | { readonly kind: 'left-out'; readonly types: readonly string[] }
  | { readonly kind: 'nothing-to-paste' }
  | { readonly kind: 'undone' | 'redone'; readonly name: CommandName }

export type Say = (message: Message) => void

/** Where a new step goes. */
export interface Placement {
  readonly at?: Point
  readonly from?: Pick<FlowEdge, 'from' | 'outcome'>
  readonly edge?: string
}

export type Actions = ReturnType<typeof createActions>

/** Everything the user can do, by pointer, key, menu or command palette alike. */
export function createActions(session: EditorSession, say: Say) {
  const { editor, ui, surroundings, canvas, definitions } = session
  const state = () => editor.getState()
  const explain: Explain = (node) => surroundings.getState().explain(node)
  const rule = () => legality(definitions, surroundings.getState())
  const legal = (document: Parameters<ReturnType<typeof rule>>[0], edge: FlowEdge) => rule()(document, edge) === null
  const run = (command: Command) => state().run(command)

  /** Steps' and notes' boxes as drawn; assumed where not drawn yet. */
  const boxOf = (id: string): Box | null => {
    const drawn = canvas.current?.boxOf(id)
    if (drawn) return drawn
    const node = state().document.nodes.find((node) => node.id === id)
    return node ? { ...node.position, width: CARD_WIDTH, height: CARD_HEIGHT } : null
  }
  const boxes = (ids: readonly string[]) =>
    new Map(
      ids.flatMap((id) => {
        const box = boxOf(id)
        return box ? [[id, box] as const] : []
      }),
    )
  const taken = () => [...boxes(state().document.nodes.map((node) => node.id)).values()]
  const free = (wanted: Point) => freePlace(wanted, { width: CARD_WIDTH, height: CARD_HEIGHT }, taken())
  const around = (point: Point): Point => ({ x: point.x - CARD_WIDTH / 2, y: point.y - 24 })

  /** To the right of the step that the new one follows, at the height of its exit. */
  const after = (from: Pick<FlowEdge, 'from' | 'outcome'>): Point => {
    const box = boxOf(from.from)
    if (!box) return canvas.current?.middle() ?? { x: 0, y: 0 }
    const port = canvas.current?.portsOf(from.from).get(from.outcome) ?? 24
    return free({ x: box.x + box.width + GAP.x, y: box.y + port - 24 })
  }

  /** In an edge: where it was dropped, but clear of the step that the edge comes from. */
  const onEdge = (key: string, at: Point | undefined): Point | undefined => {
    const edge = state().document.edges.find((edge) => edgeKey(edge) === key)
    const box = edge && boxOf(edge.from)
    const target = edge && boxOf(edge.to)
    if (!box || !target || target.x < box.x + box.width) return at
    const x = Math.max(at?.x ?? 0, box.x + box.width + GAP.x)
    return snap({ x, y: at?.y ?? (box.y + target.y) / 2 })
  }

  /** The selected step's way on, where it leads nowhere yet. */
  const openMainExit = (): Pick<FlowEdge, 'from' | 'outcome'> | null => {
    const id = onlyNode(state().selection)
    const node = id ? state().document.nodes.find((node) => node.id === id) : undefined
    const outcome = node ? mainExit(node, explain) : null
    if (!node || outcome === null) return null
    const taken = state().document.edges.some((edge) => edge.from === node.id && edge.outcome === outcome)
    return taken ? null : { from: node.id, outcome }
  }

  const clipboard = createClipboardActions(session, say, legal)

  const actions = {
    ...clipboard,
    ...createMoveActions(session, explain),

    /** Adds a step, connected where that was asked; it is selected, and its inspector takes the words. */
    addStep(type: string, placement: Placement = {}): string | null {
      const definition = definitions.get(type)
      if (!definition || state().readOnly) return null
      const { from, edge } = placement
      const at =
        (edge ? onEdge(edge, placement.at) : placement.at) ??
        (from ? after(from) : free(around(canvas.current?.middle() ?? { x: 0, y: 0 })))
      const node = createNode(definition, at)
      const command = (name: CommandName, edit: Command['edit']) => run({ name, edit, select: select({ nodes: [node.id] }) })
      if (edge) command('insert-step', (document) => insertOnEdge(document, edge, node, explain))
      else if (from) command('add-step', (document) => addAfter(document, from, node, explain))
      else command('add-step', (document) => addNode(document, node))
      ui.setState({ side: 'inspector' })
      return node.id
    },

    /** Adds the next step behind the selected one (or anywhere): what the palette's Enter and click do. */
    addNext(type: string): string | null {
      const exit = openMainExit()
      return actions.addStep(type, exit ? { from: exit } : {})
    },

    addNote(at?: Point) {
      const note = createNote(at ?? canvas.current?.pointer() ?? canvas.current?.middle() ?? { x: 0, y: 0 })
      if (run({ name: 'add-note', edit: (document) => addNote(document, note), select: select({ notes: [note.id] }) }))
        ui.setState({ editingNote: note.id })
    },

    changeNote(id: string, change: Parameters<typeof changeNote>[2]) {
      run({ name: 'edit', tag: `note:${id}:${Object.keys(change).join()}`, edit: (document) => changeNote(document, id, change) })
    },

    /** A note's place and size while its corner is pulled; one step back. */
    resizeNote(id: string, change: Parameters<typeof changeNote>[2]) {
      run({ name: 'resize', tag: `resize:${id}`, edit: (document) => changeNote(document, id, change) })
    },

    /** Draws an edge, or says why not. `at` in page pixels. */
    connect(edge: FlowEdge, at?: Point): boolean {
      const reason = rule()(state().document, edge)
      if (reason) {
        say({ kind: 'illegal', reason, at })
        return false
      }
      return run({ name: 'connect', edit: (document) => connect(document, edge), select: select({ edges: [edgeKey(edge)] }) })
    },

    reconnect(key: string, edge: FlowEdge, at?: Point): boolean {
      const reason = rule()(disconnect(state().document, [key]), edge)
      if (reason) {
        say({ kind: 'illegal', reason, at })
        return false
      }
      return run({ name: 'reconnect', edit: (document) => reconnect(document, key, edge) })
    },

    /** Why an edge may not be drawn; null when it may. */
    illegal: (edge: FlowEdge): Illegal | null => rule()(state().document, edge),

    disconnect: (key: string) => run({ name: 'disconnect', edit: (document) => disconnect(document, [key]) }),

    /** Puts an existing, unconnected step into an edge. */
    insertExisting(edge: string, id: string, places: ReadonlyMap<string, Point>) {
      const edit: Command['edit'] = (document) => {
        const moved = moveTo(document, places)
        const node = moved.nodes.find((node) => node.id === id)
        return node ? insertOnEdge(moved, edge, node, explain) : moved
      }
      run({ name: 'insert-step', edit })
    },

    /** Whether a step stands alone and could be dropped into an edge. */
    insertable(id: string): boolean {
      const { document } = state()
      const node = document.nodes.find((node) => node.id === id)
      if (!node || explain(node).definition?.singleton) return false
      return !document.edges.some((edge) => edge.from === id || edge.to === id)
    },

    move: (places: ReadonlyMap<string, Point>) => run({ name: 'move', edit: (document) => moveTo(document, places) }),

    /** Moves the selection by the keyboard; quick presses are one step back. */
    nudge(by: Point) {
      const { selection, document } = state()
      const picked = new Set([...selection.nodes, ...selection.notes])
      const places = new Map(
        [...document.nodes, ...document.notes]
          .filter(({ id }) => picked.has(id))
          .map((it) => [it.id as string, { x: it.position.x + by.x, y: it.position.y + by.y }]),
      )
      // another card is another step back
      run({ name: 'move', tag: `nudge:${[...picked].join()}`, edit: (document) => moveTo(document, places) })
    },

    /** Makes the selected notes larger or smaller by the keyboard; false when no note is selected. */
    grow(by: Point): boolean {
      const { notes } = state().selection
      const edit: Command['edit'] = (document) =>
        document.notes
          .filter((note) => notes.includes(note.id))
          .reduce((grown, { id, size }) => {
            const next = { width: Math.max(NOTE_MIN.width, size.width + by.x), height: Math.max(NOTE_MIN.height, size.height + by.y) }
            return changeNote(grown, id, { size: next })
          }, document)
      run({ name: 'resize', tag: `grow:${notes.join()}`, edit })
      return notes.length > 0
    },

    removeSelection() {
      const { selection } = state()
      if (isNothing(selection)) return
      const next = onlyNode(selection) ? neighbour(state().document, onlyNode(selection) ?? '', 'left', explain) : null
      const removed = run({
        name: 'delete',
        edit: (document) => remove(document, selection, explain, legal),
        select: next ? select({ nodes: [next] }) : select({}),
      })
      if (removed && next) canvas.current?.focus(next)
    },

    rename: (id: string, name: string) => run({ name: 'rename', tag: `name:${id}`, edit: (document) => renameNode(document, id, name) }),

    /** Sets a step's config; typing in one field is one step back. `also` changes the flow in the same step. */
    configure(id: string, config: FlowNode['config'], tag?: string, also?: Command['edit']) {
      const edit: Command['edit'] = (document) => setConfig(also ? also(document) : document, id, config, explain)
      run({ name: 'edit', tag: tag ? `config:${id}:${tag}` : undefined, edit })
    },

    changeNode: (id: string, change: (node: FlowNode) => FlowNode) =>
      run({ name: 'edit', edit: (document) => changeNode(document, id, change) }),

    align(to: Alignment) {
      const { nodes, notes } = state().selection
      run({ name: 'align', edit: (document) => moveTo(document, align(boxes([...nodes, ...notes]), to)) })
    },

    distribute(axis: Axis) {
      const { nodes, notes } = state().selection
      run({ name: 'align', edit: (document) => moveTo(document, distribute(boxes([...nodes, ...notes]), axis)) })
    },

    undo() {
      const name = state().undo()
      if (name) say({ kind: 'undone', name })
    },

    redo() {
      const name = state().redo()
      if (name) say({ kind: 'redone', name })
    },

    select: (selection: Partial<Selection>) => state().select(select(selection)),

    selectAll() {
      const { document } = state()
      state().select(select({ nodes: document.nodes.map((node) => node.id), notes: document.notes.map((note) => note.id) }))
    },

    /** Selects a step and brings it into view; with a path, its field gets the focus. */
    goTo(id: string, path?: FieldRequest['path']) {
      const isNote = state().document.notes.some((note) => note.id === id)
      state().select(select(isNote ? { notes: [id] } : { nodes: [id] }))
      canvas.current?.reveal(id, { always: true })
      if (path) ui.setState((before) => ({ side: 'inspector', field: { nodeId: id, path, nonce: (before.field?.nonce ?? 0) + 1 } }))
    },

    /** To the field that a problem is about: of its step, or of the flow itself. */
    goToProblem(problem: Diagnostic) {
      const { nodeId, path = [] } = problem
      const known = nodeId !== undefined && state().document.nodes.some((node) => node.id === nodeId)
      if (known) actions.goTo(nodeId, path)
      else {
        state().select(select({}))
        ui.setState((before) => ({
          side: 'inspector',
          field: path.length > 0 ? { nodeId: null, path, nonce: (before.field?.nonce ?? 0) + 1 } : null,
        }))
      }
      ui.setState({ problem })
    },

    openQuickAdd(quickAdd: QuickAdd) {
      if (!state().readOnly) ui.setState({ quickAdd, menu: null })
    },

    /** The list of steps: behind the selected step where it has an open way on, else at the pointer or in the middle. */
    quickAddHere() {
      const surface = canvas.current
      if (!surface) return
      const exit = openMainExit()
      if (exit) {
        const at = after(exit)
        actions.openQuickAdd({ screen: surface.toScreen(at), at, from: exit })
        return
      }
      const middle = surface.pointer() ?? surface.middle()
      actions.openQuickAdd({ screen: surface.toScreen(middle), at: around(middle) })
    },

    after,
  }
  return actions
}
