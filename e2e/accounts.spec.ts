import { expect, test } from '@playwright/test'
import { openApi } from './support/api'
import { signIn } from './support/browser'
import { type Product, startProduct } from './support/product'

let product: Product

test.beforeAll(async () => {
  test.setTimeout(400_000)
  product = await startProduct({ env: { PATCHBAY_ASTERISK: 'none' } })
})
test.afterAll(() => product?.stop())

test('the printed administrator signs in, and out again', async ({ page }) => {
  await page.goto(`${product.url}/flows`)
  await expect(page).toHaveURL(/\/login/)
  await page.getByLabel('Email').fill(product.admin.email)
  await page.getByLabel('Password', { exact: true }).fill(product.admin.password)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/flows$/)
  await page.getByTitle(/account, language, theme/).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/login/)
  await page.goto(`${product.url}/flows`)
  await expect(page).toHaveURL(/\/login/)
})

test('a wrong password is refused, and after eight the account waits', async ({ page }) => {
  await page.goto(`${product.url}/login`)
  const attempt = async () => {
    await page.getByLabel('Email').fill('somebody@example.com')
    await page.getByLabel('Password', { exact: true }).fill('not the password')
    const answered = page.waitForResponse(/sign-in\/email/)
    await page.getByRole('button', { name: 'Sign in' }).click()
    return (await answered).status()
  }
  for (let i = 0; i < 8; i++) expect(await attempt()).toBe(401)
  await expect(page.getByRole('alert').filter({ hasText: 'not right' })).toBeVisible()
  expect(await attempt()).toBe(429)
  await expect(page.getByRole('alert').filter({ hasText: /Too many attempts/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeDisabled()
})

test('a user whom the administrator creates signs in, and sees only what the role may', async ({ page, browser }) => {
  const admin = await browser.newPage()
  await signIn(admin, product)
  await admin.goto(`${product.url}/settings/users`)
  await admin.close()

  const api = await openApi(product)
  const { password } = await api.users.create.mutate({ name: 'Ada Agent', email: 'ada@example.com', role: 'agent' })
  await page.goto(`${product.url}/login`)
  await page.getByLabel('Email').fill('ada@example.com')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).not.toHaveURL(/\/login/)
})
