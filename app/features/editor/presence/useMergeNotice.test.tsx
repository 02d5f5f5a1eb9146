import { notifications } from '@mantine/notifications'
import { act, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { renameNode } from '../model/edits/nodes'
import { document, openSession, renderEditor, step } from '../testing/render'
import { useMergeNotice } from './useMergeNotice'

const flow = document([step('hello', 'play'), step('bye', 'hangup')])

function Notices() {
  useMergeNotice()
  return null
}

afterEach(() => {
  vi.restoreAllMocks()
})

it("given my unsaved change and another's saved one, then it is said that both are kept", async () => {
  const shown = vi.spyOn(notifications, 'show').mockReturnValue('')
  const theirs = renameNode(flow, 'bye', 'Goodbye')
  const open = openSession(flow, { saved: { document: theirs, revision: 2 } })
  renderEditor(open, <Notices />)
  act(() => {
    open.actions.rename('hello', 'Welcome')
    open.session.autosave.announced(2)
  })
  await act(() => open.session.autosave.flush())
  await waitFor(() => expect(shown).toHaveBeenCalledOnce())
  expect(shown.mock.calls[0]?.[0].message).toBe('Changes by someone else came in; yours are kept.')
  expect(open.document().nodes.map((node) => node.name)).toEqual(['Welcome', 'Goodbye'])
})
