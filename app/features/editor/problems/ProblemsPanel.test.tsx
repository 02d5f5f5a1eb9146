import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { type Diagnostic, NodeId } from '@/engine/flow'
import { document, openSession, renderEditor, step } from '../testing/render'
import { ProblemsPanel } from './ProblemsPanel'

function show(problem: Partial<Diagnostic>) {
  const open = openSession(document([step('begin', 'entry'), step('ask', 'menu')]))
  const diagnostics: Diagnostic[] = [{ code: 'PB302', severity: 'warning', message: 'leads nowhere', ...problem }]
  open.session.ui.setState({ problemsOpen: true, diagnostics })
  renderEditor(open, <ProblemsPanel />)
}

test('given an exit that only its type names, then the problem calls it as the card does', () => {
  show({ nodeId: NodeId.parse('begin'), outcome: 'too-many-steps', params: { outcome: 'too-many-steps' } })

  expect(screen.getByText('The exit “Too many steps” leads nowhere.')).toBeTruthy()
})

test('given an exit that the analyst named, then the problem calls it so', () => {
  show({ nodeId: NodeId.parse('ask'), outcome: 'matched:1', params: { outcome: '1 · Sales' } })

  expect(screen.getByText('The exit “1 · Sales” leads nowhere.')).toBeTruthy()
})
