import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { renderApp } from '@/app/features/shared/testing/renderApp'
import { finding } from '@/engine/flow'
import { useValidation } from '../problems/useValidation'
import { EditorProvider } from '../session/EditorContext'
import { document, openSession, step } from '../testing/render'
import { PublishForm } from './PublishForm'

vi.setConfig({ testTimeout: 60_000 })

function Checks() {
  useValidation()
  return null
}

function open(publish: () => unknown, checks: ReactNode = null) {
  const { session, actions } = openSession(document([step('entry', 'entry')]))
  const flow = { draft: { revision: 1 }, live: null, numbers: [] }
  const onPublished = vi.fn()
  const onCancel = vi.fn()
  const { asked } = renderApp(
    <EditorProvider value={{ session, actions }}>
      {checks}
      <PublishForm onPublished={onPublished} onCancel={onCancel} />
    </EditorProvider>,
    { answers: { 'flows.get': () => flow, 'flows.publish': publish } },
  )
  const published = () => asked.filter(({ path }) => path === 'flows.publish').length
  return { session, onPublished, onCancel, published, user: userEvent.setup({ delay: null }) }
}

describe('publishing', () => {
  it('given the draft is still being saved, when it is pressed twice, then one version is made', async () => {
    const { session, onPublished, published, user } = open(() => ({ number: 1 }))
    let saved = () => {}
    vi.spyOn(session.autosave, 'flush').mockReturnValue(
      new Promise((resolve) => {
        saved = resolve
      }),
    )
    const note = screen.getByRole('textbox')
    await user.type(note, 'First{Control>}{Enter}{Enter}{/Control}')
    saved()
    await waitFor(() => expect(onPublished).toHaveBeenCalledExactlyOnceWith(1))
    expect(published()).toBe(1)
  })

  it('given it is made and what is live is not known yet, when it is pressed again, then nothing more is made', async () => {
    const { session, onPublished, published, user } = open(() => ({ number: 1 }))
    await user.click(screen.getByTestId('publish-confirm'))
    await waitFor(() => expect(published()).toBe(1))
    const flush = vi.spyOn(session.autosave, 'flush')
    await user.type(screen.getByRole('textbox'), '{Control>}{Enter}{/Control}')
    expect(flush).not.toHaveBeenCalled()
    await waitFor(() => expect(onPublished).toHaveBeenCalledOnce())
    expect(published()).toBe(1)
  })

  it('given it is refused, then why, and one may try again', async () => {
    const { onPublished, published, user } = open(() => Promise.reject({ code: 'DRAFT_STALE', message: 'stale' }))
    await user.click(screen.getByTestId('publish-confirm'))
    expect(await screen.findByRole('alert')).toBeTruthy()
    await user.click(screen.getByTestId('publish-confirm'))
    await waitFor(() => expect(published()).toBe(2))
    expect(onPublished).not.toHaveBeenCalled()
  })

  it('given the server finds more than the browser can, then that is listed, here and among the problems, and leads to its step', async () => {
    const found = finding('PB212', 'error', { nodeId: 'entry', params: { name: 'Opening hours' } })
    const { session, user, onCancel } = open(
      () => Promise.reject({ code: 'FLOW_HAS_ERRORS', message: 'The flow has 1 error.', params: { count: 1 }, diagnostics: [found] }),
      <Checks />,
    )
    await user.click(screen.getByTestId('publish-confirm'))
    const problem = await screen.findByRole('button', { name: /Opening hours/ })
    expect(session.ui.getState().diagnostics).toContainEqual(found)
    await user.click(problem)
    expect(onCancel).toHaveBeenCalledOnce()
    expect(session.editor.getState().selection.nodes).toEqual(['entry'])
  })
})
