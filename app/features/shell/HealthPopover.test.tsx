import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { renderApp } from '@/app/features/shared/testing/renderApp'
import { HealthPopover } from './HealthPopover'
import { healthState } from './healthState'
import type { Health } from './heard'

const reason = 'connect ECONNREFUSED 127.0.0.1:8088'

async function open(engine: Health['engine']) {
  const health: Health = {
    web: 'up',
    engine,
    telephony: { state: 'down', version: null, reason },
    database: 'up',
    sipPort: null,
    liveCalls: 0,
  }
  renderApp(
    <HealthPopover state={{ ...healthState(health), health }} position="right-end">
      {({ onClick }) => (
        <button type="button" onClick={onClick}>
          open
        </button>
      )}
    </HealthPopover>,
  )
  await userEvent.setup().click(screen.getByRole('button', { name: 'open' }))
}

test('given an Asterisk that does not answer, then what it said is shown', async () => {
  await open('up')

  expect(await screen.findByText('Asterisk does not answer')).toBeTruthy()
  expect(screen.getByText(reason)).toBeTruthy()
})

test('given an engine that is down, then nothing is said of Asterisk', async () => {
  await open('down')

  expect(await screen.findByText('The engine is not running')).toBeTruthy()
  expect(screen.queryByText(reason)).toBeNull()
})
