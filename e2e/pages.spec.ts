import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { LOCALE_COOKIE, type Locale } from '@/app/i18n/locales'
import { openApi } from './support/api'
import { signIn, watchErrors } from './support/browser'
import { Editor } from './support/editor'
import { type Product, startProduct } from './support/product'
import { sipp } from './support/sipp'
import { walkByTab } from './support/tab-walk'

type Theme = 'light' | 'dark'
/** Each theme and each language once: what axe and the console find does not hang on their combination. */
const looks: readonly (readonly [Theme, Locale])[] = [
  ['light', 'en'],
  ['dark', 'zh-CN'],
]

let product: Product
/** Pages by the name of their screenshot. */
let pages: Readonly<Record<string, string>>

test.beforeAll(async () => {
  test.setTimeout(600_000)
  product = await startProduct()
  // One call, so that there is something to show.
  await sipp({ port: product.sipPort, number: '7000', presses: [{ key: '1', atMs: 1500 }], hangupAfterMs: 3000 })
  const api = await openApi(product)
  const [flow] = await api.flows.list.query()
  const { items } = await api.calls.list.query({ limit: 1 })
  if (!flow || !items[0]) throw new Error('the demo flow or its call is missing')
  pages = {
    flows: '/flows',
    editor: `/flows/${flow.id}`,
    calls: '/calls',
    call: `/calls/${items[0].interactionId}`,
    version: `/flows/${flow.id}/versions/${flow.liveVersionId}`,
    messages: '/messages',
    account: '/account',
    ...Object.fromEntries(
      ['numbers', 'telephony', 'phones', 'sounds', 'secrets', 'users', 'tokens', 'audit'].map((name) => [name, `/settings/${name}`]),
    ),
  }
})
test.afterAll(() => product?.stop())

/** As a person with that taste would see it. */
async function choose(page: Page, locale: Locale, theme: Theme): Promise<void> {
  await page.context().addCookies([{ name: LOCALE_COOKIE, value: locale, url: product.url }])
  await page.addInitScript((scheme) => localStorage.setItem('mantine-color-scheme-value', scheme), theme)
}

/** Loaded: no request under way, no skeleton left. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${product.url}${path}`)
  await expect(page.getByRole('main').first()).toBeVisible({ timeout: 60_000 })
  await expect(page.locator('[data-loading], .mantine-Skeleton-root, .mantine-Loader-root')).toHaveCount(0)
}

async function seriousFindings(page: Page): Promise<string[]> {
  // The pages have no frames; the legacy mode spares a second page for each look.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join(', ')})`)
}

for (const [theme, locale] of looks) {
  test(`every page, ${theme}, ${locale}: no error in the console, nothing serious for axe`, async ({ page }) => {
    test.setTimeout(600_000)
    await choose(page, locale, theme)
    const errors = watchErrors(page, product)
    await open(page, '/login')
    await page.screenshot({ path: `test-results/pages/login-${theme}-${locale}.png` })
    expect.soft(await seriousFindings(page), 'login').toEqual([])
    await signIn(page, product)
    for (const [name, path] of Object.entries(pages)) {
      await open(page, path)
      await page.screenshot({ path: `test-results/pages/${name}-${theme}-${locale}.png` })
      expect.soft(await seriousFindings(page), name).toEqual([])
      expect.soft(errors.splice(0), name).toEqual([])
      expect.soft(await page.locator('html').getAttribute('lang'), name).toBe(locale)
    }
  })
}

test('the address of a page that is not for one’s role says so, and asks the server for nothing of it', async ({ page }) => {
  const email = 'agent@example.com'
  const { password } = await (await openApi(product)).users.create.mutate({ name: 'Agent', email, role: 'agent' })
  await signIn(page, product, { email, password })
  const errors = watchErrors(page, product)
  for (const [name, path] of Object.entries(pages)) {
    await open(page, path)
    const refused = page.getByRole('heading', { name: 'Not for your role' })
    await expect.soft(refused, name).toBeVisible({ visible: name !== 'account' })
    // a refused request would be an error in the console
    expect.soft(errors.splice(0), name).toEqual([])
  }
})

test('the keyboard alone reaches everything in view on each page, and shows where it is', async ({ page }) => {
  test.setTimeout(600_000)
  await signIn(page, product)
  // The canvas has keys of its own, and its own test.
  for (const [name, path] of Object.entries(pages).filter(([name]) => name !== 'editor')) {
    await open(page, path)
    expect.soft(await walkByTab(page), name).toEqual({ missed: [], unmarked: [] })
  }
})

for (const name of ['flows', 'calls']) {
  test(`Enter opens the first of the ${name}`, async ({ page }) => {
    await signIn(page, product)
    await open(page, pages[name] ?? '')
    const row = page
      .getByRole('row')
      .filter({ has: page.locator('[data-row-link]') })
      .first()
    for (let i = 0; i < 60 && !(await row.evaluate((element) => element === document.activeElement)); i++) await page.keyboard.press('Tab')
    await expect(row).toBeFocused()
    const href = await row.locator('[data-row-link]').getAttribute('href')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(`${product.url}${href}`)
  })
}

/** What opens over a page. */
const overlays: readonly { readonly name: string; readonly on: string; readonly show: (page: Page) => Promise<unknown> }[] = [
  {
    name: 'a dialog',
    on: 'users',
    show: async (page) => {
      await page.getByRole('button', { name: 'Add user' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'a menu',
    on: 'flows',
    show: async (page) => {
      await page.getByRole('row').nth(1).locator('[aria-haspopup="menu"]').click()
      // It fades in.
      await expect(page.getByRole('menu')).toHaveCSS('opacity', '1')
    },
  },
  {
    name: 'the phone',
    on: 'calls',
    show: async (page) => {
      await page.getByRole('button', { name: 'Phone' }).click()
      await expect(page.getByRole('region', { name: 'Phone' })).toBeVisible()
    },
  },
  {
    name: 'the problems',
    on: 'editor',
    show: async (page) => {
      await page.getByTestId('problems-toggle').click()
      await expect(page.getByTestId('problems-toggle')).toHaveAttribute('aria-expanded', 'true')
    },
  },
  {
    name: 'a selected step',
    on: 'editor',
    show: async (page) => {
      const editor = new Editor(page)
      await editor.pick('Main menu')
      await expect(editor.inspector).toBeVisible()
    },
  },
]

for (const [theme] of looks) {
  test(`nothing serious for axe where something is open over the page, ${theme}`, async ({ page }) => {
    test.setTimeout(300_000)
    await choose(page, 'en', theme)
    await signIn(page, product)
    for (const { name, on, show } of overlays) {
      await open(page, pages[on] ?? '')
      await show(page)
      await page.evaluate(() =>
        Promise.allSettled(
          document.getAnimations().map(({ effect, finished }) => effect?.getComputedTiming().iterations === 1 && finished),
        ),
      )
      expect.soft(await seriousFindings(page), name).toEqual([])
    }
  })
}
