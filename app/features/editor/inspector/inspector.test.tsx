import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createElement } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { validate } from '@/engine/compiler'
import type { FlowNode } from '@/engine/flow'
import { nodeDefinitions } from '@/nodes/registry.schema'
import { document, openSession, renderEditor, step } from '../testing/render'
import { FlowSettings } from './FlowSettings'
import type { FieldProps } from './field-props'
import { NodeInspector } from './NodeInspector'

// the code editor is for browsers; without it the plain field stays
vi.mock('./code/load-monaco', () => ({ monacoIfLoaded: () => null, loadMonaco: () => new Promise(() => undefined) }))
vi.mock('@/app/features/shared/me', () => ({ useCan: () => () => true, useMe: () => undefined }))

/** The fields that were drawn, by their paths. */
const drawn = vi.hoisted(() => new Set<string>())
vi.mock('./fields/registry', async (original) => {
  const { fieldComponents } = await original<typeof import('./fields/registry')>()
  const watched = Object.entries(fieldComponents).map(([kind, Field]) => [
    kind,
    (props: FieldProps) => {
      drawn.add(props.path.join('.'))
      return createElement(Field, props)
    },
  ])
  return { fieldComponents: Object.fromEntries(watched) }
})

// whole forms, on machines that do other things too
vi.setConfig({ testTimeout: 60_000 })
function inspect(node: FlowNode, more: Parameters<typeof document>[1] = {}, options: Parameters<typeof openSession>[1] = {}) {
  const open = openSession(document([step('entry', 'entry'), node], more), options)
  const { document: flow, session } = open
  const diagnostics = validate(flow(), nodeDefinitions, session.surroundings.getState().check)
  session.ui.setState({ diagnostics, problemsOf: new Map([[node.id, diagnostics.filter((problem) => problem.nodeId === node.id)]]) })
  renderEditor(open, <NodeInspector id={node.id} />)
  return { ...open, user: userEvent.setup({ delay: null }) }
}

describe('a step’s form', () => {
  it('given a number with a unit, when another is typed, then it is written; what is no number is not', async () => {
    const { user, config } = inspect(step('m', 'menu'))
    const field = screen.getByLabelText('Wait for a key')
    expect(field).toHaveProperty('value', '5 s')
    await user.clear(field)
    expect(config('m').timeoutSeconds).toBe(5)
    await user.type(field, '9')
    expect(config('m').timeoutSeconds).toBe(9)
  })

  it('given a number beyond its limit, when the field is left, then it is brought back into it', async () => {
    const { user, config } = inspect(step('m', 'menu'))
    const field = screen.getByLabelText('Wait for a key')
    await user.clear(field)
    await user.type(field, '999')
    await user.tab()
    expect(config('m').timeoutSeconds).toBe(60)
  })

  it('given a field that was asked for, then it gets the keyboard once, and not when the step is selected again', async () => {
    const { session } = inspect(step('m', 'menu'))
    act(() => session.ui.setState({ field: { nodeId: 'm', path: [], nonce: 1 } }))
    await waitFor(() => expect(screen.getByTestId('form').contains(globalThis.document.activeElement)).toBe(true))
    expect(session.ui.getState().field).toBeNull()
  })

  it('given a switch, then it is turned by its label', async () => {
    const { user, config } = inspect(step('m', 'menu'))
    await user.click(screen.getByLabelText('A key interrupts the question'))
    expect(config('m').bargeIn).toBe(false)
  })

  it('given a list of keys, when one is added, then it gets the next free key; when one is removed, its edge goes too', async () => {
    const node = step('m', 'menu', {
      options: [
        { key: '1', label: 'Sales' },
        { key: '3', label: '' },
      ],
    })
    const edges = [{ from: node.id, outcome: 'matched:3', to: node.id }]
    const { user, config, document: flow } = inspect(node, { edges })
    await user.click(screen.getByTestId('add-options'))
    expect(config('m').options).toEqual([
      { key: '1', label: 'Sales' },
      { key: '3', label: '' },
      { key: '2', label: '' },
    ])
    await user.click(screen.getByRole('button', { name: 'Remove Keys 2' }))
    expect(flow().edges).toEqual([])
  })

  it('given a key field that has the focus, when a key is typed, then that is the key and the edge follows', () => {
    const node = step('m', 'menu', { options: [{ key: '1', label: 'Sales' }] })
    const { config, document: flow } = inspect(node, { edges: [{ from: node.id, outcome: 'matched:1', to: node.id }] })
    fireEvent.keyDown(screen.getByRole('button', { name: 'Key: 1' }), { key: '#' })
    expect(config('m').options).toEqual([{ key: '#', label: 'Sales' }])
    expect(flow().edges[0]?.outcome).toBe('matched:#')
  })

  it('given a list, when a grip is moved by arrow key, then the order changes', () => {
    const node = step('m', 'menu', {
      options: [
        { key: '1', label: 'A' },
        { key: '2', label: 'B' },
      ],
    })
    const { config } = inspect(node)
    fireEvent.keyDown(screen.getByRole('button', { name: 'Move Keys 1' }), { key: 'ArrowDown' })
    expect(config('m').options).toEqual([
      { key: '2', label: 'B' },
      { key: '1', label: 'A' },
    ])
  })

  it('given typing in one field, then one undo takes it all back', async () => {
    const node = step('m', 'menu', { options: [{ key: '1', label: '' }] })
    const { user, config, actions } = inspect(node)
    await user.type(screen.getByLabelText('Meaning'), 'Reservations')
    expect(config('m').options).toEqual([{ key: '1', label: 'Reservations' }])
    actions.undo()
    expect(config('m').options).toEqual([{ key: '1', label: '' }])
  })

  it('given typing in one field, then no other field of the form is drawn', async () => {
    const node = step('m', 'menu', {
      prompts: [{ kind: 'text', text: 'Hello' }],
      options: [
        { key: '1', label: '' },
        { key: '2', label: '' },
      ],
    })
    const { user, config } = inspect(node)
    drawn.clear()
    await user.type(screen.getAllByLabelText('Meaning')[1] as HTMLElement, 'abc') // two options
    expect(config('m').options).toEqual([
      { key: '1', label: '' },
      { key: '2', label: 'abc' },
    ])
    expect([...drawn].sort()).toEqual(['options', 'options.1.label'])
  })

  it('given a field for some choices only, then it is shown with those', async () => {
    const { user, config } = inspect(step('h', 'http'))
    const body = () => within(screen.getByTestId('form')).queryByLabelText('Body')
    expect(body()).toBeNull()
    await user.click(screen.getByLabelText('Method'))
    await user.click(await screen.findByRole('option', { name: 'POST' }))
    expect(config('h').method).toBe('POST')
    expect(body()).not.toBeNull()
  })

  it('given a variable field, when a new name is typed, then the variable is declared in the same step', async () => {
    const { user, config, document: flow, actions } = inspect(step('c', 'collect'))
    const field = screen.getByPlaceholderText('Choose or create a variable')
    await user.click(field)
    await user.type(field, 'room')
    await user.click(await screen.findByText(/Create “room”/))
    expect(config('c').variable).toBe('room')
    expect(flow().variables).toEqual([{ name: 'room', type: 'string' }])
    actions.undo()
    expect(flow().variables).toEqual([])
    expect(config('c').variable).toBe('')
  })

  it('given prompts, then words are added, written, heard in another language, and removed', async () => {
    const { user, config } = inspect(step('p', 'play'))
    await user.click(screen.getByTestId('add-prompts-text'))
    expect(globalThis.document.activeElement).toBe(screen.getByRole('textbox', { name: /What the caller hears 1/ }))
    await user.keyboard('Hello')
    expect(config('p').prompts).toEqual([{ kind: 'text', text: 'Hello' }])
    await user.click(screen.getByRole('button', { name: 'Spoken in English' }))
    await user.type(await screen.findByPlaceholderText('Find a language'), 'mandarin{Enter}')
    expect(config('p').prompts).toEqual([{ kind: 'text', text: 'Hello', language: 'zh-CN' }])
    await user.click(screen.getByRole('button', { name: 'Spoken in Chinese (Mandarin)' }))
    await user.click(await screen.findByRole('option', { name: 'The flow’s language (English)' }))
    expect(config('p').prompts).toEqual([{ kind: 'text', text: 'Hello' }])
    await user.click(screen.getByRole('button', { name: 'Remove prompt 1' }))
    expect(config('p').prompts).toEqual([])
  })

  it('given a sound prompt, then the library’s sounds are offered', async () => {
    const around = { sounds: [{ name: 'jingle', durationMs: 2_000 }] }
    const { user, config } = inspect(step('p', 'play', { prompts: [{ kind: 'sound', sound: '' }] }), {}, { around })
    await user.click(screen.getByPlaceholderText('Choose a sound'))
    await user.click(await screen.findByRole('option', { name: /jingle/ }))
    expect(config('p').prompts).toEqual([{ kind: 'sound', sound: 'jingle' }])
  })

  it('given an expression that does not type-check, then it is said under the field at once', async () => {
    const { user } = inspect(step('w', 'wait', { seconds: '' }))
    await user.type(screen.getByLabelText('Seconds'), 'flow.nowhere')
    expect(screen.getByText('There is nothing named “nowhere”.')).toBeTruthy()
  })

  it('given a problem of a field, then it stands under it', () => {
    inspect(step('p', 'play'))
    const field = screen.getByText('This field needs a value.').closest('[data-field]')
    expect(field?.getAttribute('data-field')).toBe('["prompts"]')
  })

  it('given a module step, then published modules are offered', async () => {
    const around = {
      modules: [{ flowId: 'f1', name: 'Opening hours', inputs: [], outputs: [], outcomes: [{ id: 'open', label: 'Open' }] }],
    }
    const { user, config } = inspect(step('r', 'run-module'), {}, { around })
    await user.click(screen.getByPlaceholderText('Choose a module'))
    await user.click(await screen.findByRole('option', { name: 'Opening hours' }))
    expect(config('r').module).toBe('f1')
    expect(within(screen.getByRole('region', { name: 'Where it leads' })).getByText('Open')).toBeTruthy()
  })

  it('given a step that leaves a module, then a new exit is made inline', async () => {
    const { user, config, document: flow } = inspect(step('r', 'return'), { kind: 'module', outcomes: [] })
    const field = screen.getByPlaceholderText('Choose or create an exit')
    await user.click(field)
    await user.type(field, 'Not found')
    await user.click(await screen.findByText('Create “Not found”'))
    expect(flow().outcomes).toEqual([{ id: 'not-found', label: 'Not found' }])
    expect(config('r').outcome).toBe('not-found')
  })

  it('given a field that has the keyboard, when Escape is pressed, then the step’s card has it', async () => {
    const { user, session } = inspect(step('p', 'play'))
    const focus = vi.fn()
    // the one member of the canvas that this needs
    session.canvas.current = { focus } as unknown as NonNullable<typeof session.canvas.current>
    await user.click(screen.getByTestId('add-prompts-text'))
    await user.keyboard('Hello{Escape}')
    expect(focus).toHaveBeenCalledExactlyOnceWith('p')
  })

  it('given a field that has a use for Escape, then the keyboard stays there; the code editor always says it has', async () => {
    const { user, session } = inspect(step('p', 'play'))
    const focus = vi.fn()
    // as above
    session.canvas.current = { focus } as unknown as NonNullable<typeof session.canvas.current>
    await user.click(screen.getByTestId('add-prompts-text'))
    const field = screen.getByRole('textbox', { name: /What the caller hears 1/ })
    field.addEventListener('keydown', (event) => event.preventDefault())
    await user.keyboard('{Escape}')
    expect(focus).not.toHaveBeenCalled()
    field.parentElement?.classList.add('monaco-editor')
    await user.keyboard('{Escape}')
    expect(focus).toHaveBeenCalledOnce()
  })

  it('given the step’s name, then it is its own; cleared, the type’s name is back', async () => {
    const { user, document: flow } = inspect(step('p', 'play'))
    const name = screen.getByLabelText('Name of the step')
    await user.type(name, 'Greeting')
    expect(flow().nodes[1]?.name).toBe('Greeting')
    await user.clear(name)
    expect(flow().nodes[1]?.name).toBeUndefined()
  })

  it('given a step of a type that this build does not know, then it is kept and said so', () => {
    inspect({ ...step('p', 'play'), type: 'hologram' })
    expect(screen.getByText(/does not know the step “hologram”/)).toBeTruthy()
  })

  it('given a flow that may only be read, then nothing can be changed', () => {
    inspect(step('m', 'menu'), {}, { readOnly: true })
    expect(screen.queryByTestId('add-options')).toBeNull()
    expect(screen.getByLabelText('Name of the step')).toHaveProperty('readOnly', true)
  })

  it('given an edge of an exit that is no more, then it is listed by its id and can be cut', async () => {
    const node = step('p', 'play')
    const { user, document: flow } = inspect(node, { edges: [{ from: node.id, outcome: 'gone', to: node.id }] })
    await user.click(screen.getByRole('button', { name: 'Cut the connection of “gone”' }))
    expect(flow().edges).toEqual([])
  })

  it('given exits, then each can be followed or cut', async () => {
    const node = step('p', 'play')
    const edges = [{ from: node.id, outcome: 'done', to: node.id }]
    const { user, document: flow } = inspect(node, { edges })
    await user.click(screen.getByRole('button', { name: 'Cut the connection of “Done”' }))
    expect(flow().edges).toEqual([])
  })
})

describe('the flow’s own settings', () => {
  function settings(more: Parameters<typeof document>[1] = {}) {
    const open = openSession(document([step('entry', 'entry'), step('w', 'wait', { seconds: 'flow.pause' })], more))
    renderEditor(open, <FlowSettings />)
    return { ...open, user: userEvent.setup({ delay: null }) }
  }

  it('given a variable with a new name, then expressions follow', async () => {
    const { user, config, document: flow } = settings({ variables: [{ name: 'pause', type: 'number' }] })
    const name = screen.getByDisplayValue('pause')
    await user.clear(name)
    await user.type(name, 'delay{Enter}')
    expect(flow().variables).toEqual([{ name: 'delay', type: 'number' }])
    expect(config('w').seconds).toBe('flow.delay')
  })

  it('given a name that is taken or not allowed, then it is refused and the old one stays', async () => {
    const { user, document: flow } = settings({
      variables: [
        { name: 'pause', type: 'number' },
        { name: 'other', type: 'string' },
      ],
    })
    const name = screen.getByDisplayValue('pause')
    for (const bad of ['other', '9lives', 'error']) {
      await user.clear(name)
      await user.type(name, bad)
      await user.tab()
      expect(flow().variables[0]?.name).toBe('pause')
    }
  })

  it('given a description, then it is kept; emptied, there is none', async () => {
    const { user, document: flow } = settings()
    const field = screen.getByLabelText('Description')
    await user.type(field, 'Main line')
    expect(flow().description).toBe('Main line')
    await user.clear(field)
    expect(flow().description).toBeUndefined()
  })

  it('given a module, then its exits are listed and added', async () => {
    const { user, document: flow } = settings({ kind: 'module', outcomes: [{ id: 'ok', label: 'OK' }] })
    await user.click(screen.getByRole('button', { name: 'Add an exit' }))
    expect(flow().outcomes).toEqual([
      { id: 'ok', label: 'OK' },
      { id: 'exit-2', label: 'Exit 2' },
    ])
  })

  it('given a problem with a variable is gone to, then its name or, unfolded, its first value has the keyboard', async () => {
    const { actions } = settings({
      variables: [
        { name: 'pause', type: 'number' },
        { name: 'count', type: 'number', initial: 'many' },
      ],
    })
    const at = (field: string) => ({ severity: 'error', message: '', path: ['variables', 1, field] }) as const
    act(() => actions.goToProblem({ ...at('name'), code: 'PB111' }))
    await waitFor(() => expect(globalThis.document.activeElement).toBe(screen.getByDisplayValue('count')))
    act(() => actions.goToProblem({ ...at('initial'), code: 'PB112' }))
    await waitFor(() => expect(globalThis.document.activeElement?.closest('[data-field]')?.getAttribute('data-field')).toContain('initial'))
  })
})
