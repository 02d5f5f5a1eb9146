import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { renderApp } from '@/app/features/shared/testing/renderApp'
import { ImportFlowDialog } from './ImportFlowDialog'

const push = vi.fn()
vi.mock('next/navigation', () => ({ useRouter: () => ({ push }) }))

const document = { schemaVersion: 1, kind: 'ivr', name: 'Main line', variables: [], nodes: [], edges: [], notes: [] }
const file = (content: unknown) =>
  new File([typeof content === 'string' ? content : JSON.stringify(content)], 'main.flow.json', { type: 'application/json' })

function choose(content: unknown, answers = {}) {
  const { asked, container } = renderApp(<ImportFlowDialog opened onClose={() => {}} />, { answers })
  const input = container.ownerDocument.querySelector<HTMLInputElement>('input[type=file]')
  if (!input) throw new Error('no file input')
  return { asked, chosen: userEvent.upload(input, file(content)) }
}

describe('ImportFlowDialog', () => {
  it('given a flow file, then shows what it holds, and makes a flow of it under the name one gives', async () => {
    const { asked, chosen } = choose(document, { 'flows.create': () => ({ flowId: 'f1' }), 'flows.list': () => [] })
    await chosen
    expect(await screen.findByText('Call flow with 0 steps')).toBeTruthy()
    const user = userEvent.setup()
    const name = screen.getByLabelText<HTMLInputElement>('Name')
    expect(name.value).toBe('Main line')
    await user.clear(name)
    await user.type(name, 'Night line')
    await user.click(screen.getByRole('button', { name: 'Import flow' }))
    await waitFor(() => expect(push).toHaveBeenCalledExactlyOnceWith('/flows/f1'))
    expect(asked.find(({ path }) => path === 'flows.create')?.input).toMatchObject({
      name: 'Night line',
      kind: 'ivr',
      document: { name: 'Night line' },
    })
  })

  it('given a file with mistakes, then says where and cannot be imported', async () => {
    const { chosen } = choose({ ...document, kind: 'banana' })
    await chosen
    expect((await screen.findByRole('alert')).textContent).toMatch(/This is not a flow document\..*kind:/)
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Import flow' }).disabled).toBe(true)
  })

  it('given what the server refuses, then its reason, and the dialog stays', async () => {
    const { chosen } = choose(document, {
      'flows.create': () => Promise.reject({ code: 'DOCUMENT_TOO_LARGE', message: 'too large' }),
    })
    await chosen
    await userEvent.setup().click(await screen.findByRole('button', { name: 'Import flow' }))
    expect((await screen.findByRole('alert')).textContent).toContain('The flow is too large')
  })
})
