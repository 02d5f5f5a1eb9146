import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { z } from 'zod'
import { openApi } from './support/api'
import { signIn } from './support/browser'
import { patchbay, patchbayJson } from './support/cli'
import { processesOf } from './support/processes'
import { type Product, startProduct } from './support/product'
import { sipp } from './support/sipp'
import { endedCalls, pathOf } from './support/traces'

// One data folder, started twice: the tests follow one another.
const Calls = z.array(z.object({ interactionId: z.string(), toNumber: z.string(), outcome: z.string().nullable() }))
const Trace = z.object({ sessions: z.array(z.object({ steps: z.array(z.object({ path: z.string(), outcome: z.string().nullable() })) })) })

test.describe.configure({ mode: 'serial' })

const dataDir = mkdtempSync(join(tmpdir(), 'patchbay-e2e-'))
let product: Product | undefined
let admin: Product['admin']

const running = () => {
  if (!product) throw new Error('Patchbay does not run')
  return product
}

test.beforeAll(async () => {
  test.setTimeout(600_000)
  product = await startProduct({ dataDir })
  admin = product.admin
})
test.afterAll(async () => {
  await product?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

test('on a fresh data folder it is ready for calls and tells the administrator’s password', async () => {
  const { url, admin } = running()
  const health = await fetch(`${url}/api/health`)
  expect(health.status).toBe(200)
  expect(await health.json()).toMatchObject({ status: 'ok', web: 'up', engine: 'up', database: 'up' })
  expect(admin.email).toContain('@')
  expect(admin.password.length).toBeGreaterThan(11)
})

const way = ['start start', 'ask matched:1', 'hours done', 'ask matched:9', 'bye $end']

test('a call with RFC 4733 keys to 7000 walks the demo menu, and its trace is stored', async () => {
  const presses = [
    { key: '1', atMs: 1500 },
    { key: '9', atMs: 6500 },
  ]
  const { ok, calls, errors } = await sipp({ port: running().sipPort, number: '7000', presses, longestMs: 12_000 })
  expect(errors).toBe('')
  expect(ok).toBe(true)
  expect(calls[0]?.bye?.by).toBe('them')

  const [call] = await endedCalls(await openApi(running()), '7000', 1)
  if (!call) throw new Error('no call')
  expect(pathOf(call)).toEqual(way)
  expect(call).toMatchObject({ outcome: 'completed', errorCode: null, toNumber: '7000', fromNumber: 'sipp' })
})

test('the command line knows the same call', async () => {
  const calls = Calls.parse(await patchbayJson(running(), 'calls', 'list', '--number', '7000'))
  expect(calls).toMatchObject([{ toNumber: '7000', outcome: 'completed' }])
  const id = calls[0]?.interactionId ?? ''
  expect(pathOf(Trace.parse(await patchbayJson(running(), 'calls', 'show', id, '--trace')))).toEqual(way)
  const shown = await patchbay(running(), 'calls', 'show', id, '--trace')
  expect(shown.code).toBe(0)
  for (const step of way) expect(shown.stdout).toMatch(new RegExp(step.replace(' ', '\\s+.*').replace('$', '\\$')))
})

test('the call’s page shows the way on the drawing, and every step', async ({ page }) => {
  await signIn(page, running())
  await page.goto(`${running().url}/calls`)
  await page.getByRole('row').filter({ hasText: '7000' }).getByRole('link').first().click()
  await expect(page).toHaveURL(/\/calls\/.+/)
  const steps = page.getByRole('region', { name: 'Trace' }).getByRole('listitem')
  await expect(steps).toHaveCount(way.length)
  await expect(steps.nth(1)).toContainText('Main menu')
  await expect(steps.nth(2)).toContainText('Opening hours')
  await expect(page.locator('[data-trace="visited"]')).toHaveCount(4)
})

test('Ctrl-C ends all that was started', async () => {
  await running().stop()
  product = undefined
  expect(processesOf(dataDir)).toEqual([])
})

test('a second start builds nothing, keeps the calls, and tells no password', async () => {
  product = await startProduct({ dataDir })
  const output = running().output.join('\n')
  expect(output).not.toMatch(/Password|Installing|engine, web server|web pages/)
  expect(await endedCalls(await openApi({ ...running(), admin }), '7000', 1)).toHaveLength(1)
  const { calls } = await sipp({ port: running().sipPort, number: '7000', presses: [{ key: '9', atMs: 1000 }], longestMs: 8000 })
  expect(calls[0]?.bye?.by).toBe('them')
})
