import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { renderApp } from '@/app/features/shared/testing/renderApp'
import { HealthPopover } from './HealthPopover'
import { healthState } from './healthState'
import type { Health } from './heard'

const problem = { code: 'ARI_LOGIN_REFUSED', message: 'The English sentence.', params: { url: 'http://pbx/ari', status: 401 } } as const

async function open(engine: Health['engine'], locale: 'en' | 'zh-CN' = 'en') {
  const health: Health = {
    web: 'up',
    engine,
    telephony: { state: 'down', version: null },
    database: 'up',
    problem,
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
    { locale },
  )
  await userEvent.setup().click(screen.getByRole('button', { name: 'open' }))
}

test('given an Asterisk that is not connected, then why is shown', async () => {
  await open('up')

  expect(await screen.findByText('Asterisk does not answer')).toBeTruthy()
  expect(screen.getByText(problem.message)).toBeTruthy()
})

test('given a reader of Chinese, then why is shown in Chinese', async () => {
  await open('up', 'zh-CN')

  expect(await screen.findByText(/http:\/\/pbx\/ari 处的 ARI 返回 401/)).toBeTruthy()
  expect(screen.queryByText(problem.message)).toBeNull()
})

test('given an engine that is down, then nothing is said of Asterisk', async () => {
  await open('down')

  expect(await screen.findByText('The engine is not running')).toBeTruthy()
  expect(screen.queryByText(problem.message)).toBeNull()
})
