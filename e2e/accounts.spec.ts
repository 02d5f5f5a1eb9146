import { expect, test } from '@playwright/test'
import type { Role } from '@/app/server/permissions'
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
  for (let i = 0; i < 8; i++) {
    expect(await attempt()).toBe(401)
    // The form forgets a wrong password; what is typed before that would go with it.
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue('')
  }
  await expect(page.getByRole('alert').filter({ hasText: 'not right' })).toBeVisible()
  expect(await attempt()).toBe(429)
  await expect(page.getByRole('alert').filter({ hasText: /Too many attempts/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeDisabled()
})

/** What each role finds in the navigation, and a page that is not for it. */
const roles: readonly [Role, readonly string[], string | null][] = [
  ['administrator', ['Flows', 'Calls', 'Messages', 'Settings'], null],
  ['analyst', ['Flows', 'Calls', 'Messages', 'Settings'], '/settings/users'],
  ['supervisor', ['Flows', 'Calls', 'Messages', 'Settings'], '/settings/secrets'],
  ['auditor', ['Flows', 'Calls', 'Settings'], '/messages'],
  ['agent', [], '/flows'],
]

for (const [role, links, refused] of roles) {
  test(`a new ${role} signs in, and sees only what the role may`, async ({ page }) => {
    const email = `${role}@example.com`
    const { password } = await (await openApi(product)).users.create.mutate({ name: `The ${role}`, email, role })
    await page.goto(`${product.url}/login`)
    await page.getByLabel('Email').fill(email)
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page).not.toHaveURL(/\/login/)
    const navigation = page.getByRole('navigation', { name: 'Main navigation' })
    // who has no links has the phone: an empty list says nothing before the navigation is there
    await expect(navigation.getByRole('button', { name: 'Phone' })).toHaveCount(role === 'auditor' ? 0 : 1)
    await expect(navigation.getByRole('link')).toHaveText(links.map((name) => new RegExp(`^${name}`)))
    if (refused === null) return
    await page.goto(`${product.url}${refused}`)
    await expect(page.getByRole('heading', { name: 'Not for your role' })).toBeVisible()
  })
}

test('a user who is disabled while a page is open loses it, and cannot sign in again', async ({ page }) => {
  const api = await openApi(product)
  const login = { name: 'Gone', email: 'gone@example.com', role: 'analyst' } as const
  const { userId, password } = await api.users.create.mutate(login)
  await signIn(page, product, { email: login.email, password })
  await page.goto(`${product.url}/flows`)
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible()
  await api.users.disable.mutate({ userId })
  await page.reload()
  await expect(page).toHaveURL(/\/login/)
  await page.getByLabel('Email').fill(login.email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'disabled' })).toBeVisible()
})

test('without Asterisk the page says in a sentence what cannot be done, and the remedy', async ({ page }) => {
  await signIn(page, product)
  await page.goto(`${product.url}/flows`)
  await page.getByTitle('No Asterisk').click()
  await expect(page.getByText('No Asterisk: calls cannot come in')).toBeVisible()
  await expect(page.getByText(/Start it without that setting to take real calls/)).toBeVisible()
})
