import { expect, test } from '@playwright/test'
import { openApi } from './support/api'
import { signIn, watchErrors } from './support/browser'
import { type Product, startProduct } from './support/product'
import { endedCalls, pathOf } from './support/traces'

let product: Product

test.beforeAll(async () => {
  test.setTimeout(400_000)
  product = await startProduct({ env: { PATCHBAY_ASTERISK: 'none' } })
})
test.afterAll(() => product?.stop())

test('where no Asterisk can be, a person practises a call: reads the prompts, presses keys, and finds its trace', async ({ page }) => {
  await signIn(page, product)
  const errors = watchErrors(page, product)
  await page.goto(`${product.url}/flows`)
  await page.getByRole('button', { name: 'Phone', exact: true }).click()
  const phone = page.getByRole('region', { name: 'Phone' })
  await expect(phone).toContainText('this is a practice call')
  await phone.getByLabel('Number to call').fill('7000')
  await phone.getByRole('button', { name: 'Call', exact: true }).click()
  const heard = phone.getByRole('list')
  await expect(heard).toContainText('press 1')
  await phone.getByRole('button', { name: '1', exact: true }).click()
  await expect(heard.getByRole('listitem').nth(1)).toBeVisible()
  await phone.getByRole('button', { name: '9', exact: true }).click()
  await expect(phone.getByRole('status')).toContainText('The call has ended', { timeout: 60_000 })

  const [call] = await endedCalls(await openApi(product), '7000', 1)
  expect(call?.outcome).toBe('completed')
  expect(call ? pathOf(call).slice(0, 2) : []).toEqual(['start start', 'ask matched:1'])
  expect(errors).toEqual([])
})

test('a number that nobody has says so, as on any call', async ({ page }) => {
  await signIn(page, product)
  await page.goto(`${product.url}/flows`)
  await page.getByRole('button', { name: 'Phone', exact: true }).click()
  const phone = page.getByRole('region', { name: 'Phone' })
  await phone.getByLabel('Number to call').fill('4999')
  await page.keyboard.press('Enter')
  await expect(phone.getByRole('list')).toContainText('not in service')
  await expect(phone.getByRole('status')).toContainText('The call has ended')
})
