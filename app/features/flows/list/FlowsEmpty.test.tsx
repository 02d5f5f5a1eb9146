import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderApp } from '@/app/features/shared/testing/renderApp'
import { FlowsEmpty } from './FlowsEmpty'

test('given somebody who may draw, when there is no flow, then the page asks for the first', () => {
  renderApp(<FlowsEmpty onCreate={() => undefined} onImport={() => undefined} />)

  expect(screen.getByText('Draw your first call flow')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'New flow' })).toBeTruthy()
})

test('given somebody who may only look, when there is no flow, then the page does not ask them to draw one', () => {
  renderApp(<FlowsEmpty />)

  expect(screen.getByText('No flows yet')).toBeTruthy()
  expect(screen.queryByText('Draw your first call flow')).toBeNull()
  expect(screen.queryByRole('button')).toBeNull()
})
