import { onlineManager, useQuery } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { ApiProvider } from './ApiProvider'
import { useTRPC } from './trpc'

afterEach(() => {
  cleanup()
  onlineManager.setOnline(true)
  vi.unstubAllGlobals()
})

function Flows() {
  const flows = useQuery(useTRPC().flows.list.queryOptions())
  return <p>{flows.status}</p>
}

test('given a browser without a network, when a list is asked for, then it fails instead of loading for ever', async () => {
  onlineManager.setOnline(false)
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))

  render(
    <ApiProvider>
      <Flows />
    </ApiProvider>,
  )

  expect(await screen.findByText('error', {}, { timeout: 10_000 })).toBeTruthy()
})
