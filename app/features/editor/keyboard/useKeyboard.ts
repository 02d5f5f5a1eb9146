import { spotlight } from '@mantine/spotlight'
import { type RefObject, useEffect } from 'react'
import { useArrange } from '../layout/useArrange'
import { GRID } from '../model/geometry'
import type { Direction } from '../model/navigate'
import { onlyNode, select } from '../model/selection'
import { nextProblem } from '../problems/next-problem'
import { useActions, useSession } from '../session/EditorContext'
import { keepsKey, matchShortcut } from './match'
import type { ShortcutId } from './shortcuts'

/** The editor's keys, while nothing else (a dialog, the phone, a field) takes them. */
export function useKeyboard(root: RefObject<HTMLElement | null>) {
  const session = useSession()
  const actions = useActions()
  const arrange = useArrange()
  useEffect(() => {
    const { editor, ui, autosave, canvas } = session

    function act(id: ShortcutId, event: KeyboardEvent): boolean {
      const selection = editor.getState().selection
      switch (id) {
        case 'add':
          actions.quickAddHere()
          return true
        case 'connect': {
          const node = onlyNode(selection)
          if (node) ui.setState({ connectFrom: node })
          return node !== null
        }
        case 'note':
          actions.addNote()
          return true
        case 'edit': {
          const node = onlyNode(selection)
          const note = selection.notes.length === 1 && selection.nodes.length === 0 ? selection.notes[0] : undefined
          if (note) ui.setState({ editingNote: note })
          else if (node)
            ui.setState((before) => ({ side: 'inspector', field: { nodeId: node, path: [], nonce: (before.field?.nonce ?? 0) + 1 } }))
          else actions.walk('right')
          return true
        }
        case 'rename': {
          const node = onlyNode(selection)
          if (node)
            ui.setState((before) => ({
              side: 'inspector',
              field: { nodeId: node, path: ['$name'], nonce: (before.field?.nonce ?? 0) + 1 },
            }))
          return node !== null
        }
        case 'delete':
          actions.removeSelection()
          return true
        case 'undo':
          actions.undo()
          return true
        case 'redo':
          actions.redo()
          return true
        case 'duplicate':
          actions.duplicate()
          return true
        case 'selectAll':
          actions.selectAll()
          return true
        case 'save':
          void autosave.flush()
          return true
        case 'walk':
          actions.walk(directions[event.key] ?? 'right')
          return true
        case 'extend':
          actions.extend(directions[event.key] ?? 'right')
          return true
        case 'edges':
          return actions.takeEdge()
        case 'nudge': {
          const by = nudges[event.key]
          if (by) actions.nudge(by)
          return by !== undefined
        }
        case 'grow': {
          const by = nudges[event.key]
          return by !== undefined && actions.grow(by)
        }
        case 'step':
          return onCanvas(event) && actions.step(event.shiftKey ? -1 : 1)
        case 'escape':
          if (ui.getState().find) ui.setState({ find: false })
          else editor.getState().select(select({}))
          return true
        case 'nextProblem': {
          const { diagnostics, problem: last } = ui.getState()
          const problem = nextProblem(diagnostics, last, onlyNode(selection), event.shiftKey ? -1 : 1)
          if (problem) actions.goToProblem(problem)
          return true
        }
        case 'menu':
          return actions.menuHere()
        case 'find':
          ui.setState({ find: true })
          return true
        case 'commands':
          spotlight.open()
          return true
        case 'arrange':
          void arrange()
          return true
        case 'fit':
          canvas.current?.fit()
          return true
        case 'fitSelection':
          canvas.current?.fit([...selection.nodes, ...selection.notes])
          return true
        case 'actualSize':
          canvas.current?.zoom('actual')
          return true
        case 'zoom':
          canvas.current?.zoom(event.key === '-' ? 'out' : 'in')
          return true
        case 'selectTool':
          ui.setState({ tool: 'select' })
          return true
        case 'handTool':
          ui.setState({ tool: 'hand' })
          return true
        case 'help':
          ui.setState({ dialog: 'shortcuts' })
          return true
        // clipboard events and the canvas itself see to these
        case 'copy':
        case 'cut':
        case 'paste':
        case 'pan':
          return false
      }
    }

    const onCanvas = (event: KeyboardEvent) => event.target instanceof Element && event.target.closest('[data-testid="canvas"]') !== null

    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing) return
      const id = matchShortcut(event)
      if (!id) return
      const inside = event.target === document.body || (event.target instanceof Node && root.current?.contains(event.target))
      if (!inside || document.querySelector('[aria-modal="true"], [data-mantine-shared-portal-node] [role="menu"]')) return
      if (keepsKey(event.target, id)) return
      if (act(id, event)) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [session, actions, arrange, root])
}

const directions: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' }
const nudges: Readonly<Record<string, { x: number; y: number }>> = {
  ArrowLeft: { x: -GRID, y: 0 },
  ArrowRight: { x: GRID, y: 0 },
  ArrowUp: { x: 0, y: -GRID },
  ArrowDown: { x: 0, y: GRID },
}
