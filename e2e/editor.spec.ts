import { type Browser, expect, type Page, test } from '@playwright/test'
import { type Login, openApi } from './support/api'
import { signIn } from './support/browser'
import { Editor } from './support/editor'
import { flow, say } from './support/flows'
import { heard, watchAudio } from './support/phone'
import { type Product, startProduct } from './support/product'
import { sipp } from './support/sipp'
import { endedCalls, namedPathOf } from './support/traces'

// One product, and one person's afternoon with it: the tests follow one another.
test.describe.configure({ mode: 'serial' })

let product: Product
let page: Page
let editor: Editor
/** The flow that the story is about. */
let threeLevels: string

/** A browser of somebody's own. */
async function newPage(browser: Browser, login: Login = product.admin): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 } })
  page.setDefaultTimeout(30_000)
  await signIn(page, product, login)
  return page
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(600_000)
  product = await startProduct()
  page = await newPage(browser)
  await watchAudio(page)
})
test.afterAll(async () => {
  await page?.close()
  await product?.stop()
})

test('by mouse: steps from the palette, exits drawn to steps and into the open, a step put into a connection', async () => {
  editor = await Editor.create(page, product.url, 'Three levels')
  threeLevels = page.url()
  await expect(editor.problems).toHaveText('1 warning')
  await editor.dragStep('Menu', await editor.middleOf(page.getByText('What should the caller hear first?')))
  await editor.name('Main')
  await editor.dragExit('Start', 'Start', 'Main')
  await editor.pick('Start')
  await expect(editor.leads('Start')).toContainText('Main')

  await editor.pick('Main')
  await editor.say('The question', 'For sales press one. For support press two.')
  await editor.means('1', 'Sales')
  await editor.means('2', 'Support')
  await editor.dragExit('Main', 'Sales', await editor.place(0.85, 0.15))
  await editor.choices.getByRole('option', { name: /^Menu/ }).click()
  await editor.name('Sales')

  await editor.dragStep('Play', await editor.onConnection('Start'))
  await editor.name('Greeting')
  await editor.say('What the caller hears', 'Welcome.')
  await expect(editor.leads('Done')).toContainText('Main')
  await editor.pick('Start')
  await expect(editor.leads('Start')).toContainText('Greeting')
})

test('by keyboard: steps are reached, filled in, added, connected, named and moved', async () => {
  const { keyboard } = page
  await test.step('along the connections to the second menu, and into its words', async () => {
    await editor.canvas.focus()
    await keyboard.press('Escape')
    for (const name of ['Start', 'Greeting', 'Main', 'Sales']) {
      await keyboard.press('ArrowRight')
      await expect(editor.step(name)).toBeFocused()
    }
    await editor.sayByKeys('The question', 'For books press one. For films press two.')
    await editor.means('1', 'Books')
    await editor.means('2', 'Films')
    await keyboard.press('Escape')
    await expect(editor.step('Sales')).toBeFocused()
  })

  await test.step('a third menu behind an exit', async () => {
    await editor.connectByKeys('Films', 'Menu')
    await editor.nameByKeys('Films')
    await editor.sayByKeys('The question', 'For today press one. To end press nine.')
    await keyboard.press('Escape')
    await expect(editor.step('Films')).toBeFocused()
    await editor.keyButton('2').focus()
    await keyboard.press('9')
    await editor.means('1', 'Today')
    await editor.means('9', 'The end')
    await keyboard.press('Escape')
    await expect(editor.step('Films')).toBeFocused()
  })

  await test.step('what ends the call, moved, undone and done again', async () => {
    await editor.connectByKeys('The end', 'Hang up')
    await editor.nameByKeys('Goodbye')
    const x = () => editor.step('Goodbye').evaluate((card) => Math.round(card.getBoundingClientRect().x))
    const before = await x()
    await keyboard.press('Shift+ArrowLeft')
    await expect.poll(x).toBeLessThan(before)
    const after = await x()
    await keyboard.press('Control+z')
    await expect.poll(x).toBe(before)
    await keyboard.press('Control+Shift+z')
    await expect.poll(x).toBe(after)
  })

  await test.step('every problem is found by a key, and mended', async () => {
    await expect(editor.problems).toHaveText('3 warnings')
    await editor.pick('Main')
    await editor.connectByKeys('Support', 'Goodbye')
    await editor.pick('Sales')
    await editor.connectByKeys('Books', 'Goodbye')
    await expect(editor.problems).toHaveText('1 warning')
    await keyboard.press('F8')
    await expect(editor.inspector.getByLabel('Name of the step')).toHaveValue('Films')
    await editor.pick('Films')
    await editor.connectByKeys('Today', 'Goodbye')
    await expect(editor.problems).toHaveText('No problems')
  })
  await editor.saved()
})

test('it is published with a note, and 7001 leads to it', async () => {
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('What is new').fill('Three levels')
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(dialog).toContainText('Version 1 is live. Which number leads to it?')
  await dialog.getByLabel('Number').fill('7001')
  await dialog.getByRole('button', { name: 'Assign' }).click()
  await expect(dialog).toContainText('Callers of 7001 hear it from now on.')
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(page.getByRole('button', { name: 'Version 1 live', exact: true })).toBeVisible()
})

test('it is called from the page: heard, walked by the keypad, and seen on the canvas', async () => {
  const phone = page.getByRole('region', { name: 'Phone' })
  // larger than its window, so that the canvas has to go along with the call
  await editor.canvas.focus()
  await page.keyboard.press('Shift+0')
  await expect(page.getByRole('button', { name: 'Zoom, 100 percent' })).toBeVisible()
  await page.getByRole('button', { name: 'Call it' }).click()
  await expect(phone.getByRole('status')).toHaveText('Connected')
  await expect(editor.live('Main')).toBeInViewport()
  await expect.poll(() => heard(page)).toBeGreaterThan(0.01)
  await phone.getByRole('button', { name: '1', exact: true }).click()
  await expect(editor.live('Sales')).toBeInViewport()
  await expect(editor.live('Main')).toBeHidden()
  await page.keyboard.press('2')
  await expect(editor.live('Films')).toBeInViewport()
  await phone.getByRole('button', { name: '9', exact: true }).click()
  await expect(phone.getByRole('status')).toHaveText('The call has ended')
  await expect(editor.live('Goodbye')).toBeHidden()
  await phone.getByRole('button', { name: 'Close phone' }).click()
  await expect(phone).toBeHidden()
})

test('it is called by SIPp, and the traces of both calls are found', async () => {
  const presses = ['1', '2', '9'].map((key, index) => ({ key, atMs: 2500 + 1500 * index }))
  const { errors, calls } = await sipp({ port: product.sipPort, number: '7001', presses, longestMs: 15_000 })
  expect(errors).toBe('')
  expect(calls[0]?.bye?.by).toBe('them')

  const way = ['entry start', 'Greeting done', 'Main matched:1', 'Sales matched:2', 'Films matched:9', 'Goodbye $end']
  const traces = await endedCalls(await openApi(product), '7001', 2)
  expect(traces.map(namedPathOf)).toEqual([way, way])
  expect(traces.map(({ fromNumber, outcome, errorCode }) => ({ fromNumber, outcome, errorCode }))).toEqual([
    { fromNumber: 'sipp', outcome: 'completed', errorCode: null },
    { fromNumber: 'browser', outcome: 'completed', errorCode: null },
  ])

  for (const { interactionId, fromNumber } of traces) {
    await page.goto(`${product.url}/calls?number=7001`)
    await page.getByRole('table').locator(`a[href$="${interactionId}"]`).click()
    await expect(page.getByText(fromNumber).first()).toBeVisible()
    const steps = page.getByRole('region', { name: 'Trace' }).getByRole('listitem')
    await expect(steps).toHaveText([/^Start/, /^Greeting/, /^Main.*1 · Sales/, /^Sales.*2 · Films/, /^Films.*9 · The end/, /^Goodbye/])
    await expect(page.locator('[data-trace="visited"]')).toHaveCount(way.length)
  }
})

test('steps are copied into another flow; undone, and done again', async () => {
  const { keyboard } = page
  await Editor.open(page, threeLevels)
  await editor.canvas.focus()
  await keyboard.press('Control+a')
  await keyboard.press('Control+c')
  await Editor.create(page, product.url, 'A copy')
  await expect(editor.size).toHaveText('1 step')
  await editor.canvas.focus()
  await keyboard.press('Control+v')
  await expect(editor.size).toHaveText('5 selected')
  await keyboard.press('Escape')
  await expect(editor.size).toHaveText('6 steps')
  await editor.pick('Sales')
  await expect(editor.leads('Films')).toContainText('Films')
  await expect(editor.step('Sales')).toContainText('For books press one.')
  await editor.canvas.focus()
  await keyboard.press('Control+z')
  await expect(editor.size).toHaveText('1 step')
  await keyboard.press('Control+Shift+z')
  await expect(editor.size).toHaveText('5 selected')
  await expect(editor.step('Goodbye')).toBeVisible()
})

test('two people draw in one flow, and neither loses work', async ({ browser }) => {
  const api = await openApi(product)
  const email = 'ann@example.com'
  const { password } = await api.users.create.mutate({ name: 'Ann Analyst', email, role: 'analyst' })
  const document = flow('Shared', {
    greet: { type: 'play', config: { prompts: say('Hello.') }, exits: { done: 'bye' } },
    bye: { type: 'hangup' },
  })
  const { flowId } = await api.flows.create.mutate({ name: 'Shared', kind: 'ivr', document })
  const theirs = await newPage(browser, { email, password })
  const ann = await Editor.open(theirs, `${product.url}/flows/${flowId}`)
  editor = await Editor.open(page, `${product.url}/flows/${flowId}`)

  await test.step('both are seen, and what each does comes to the other', async () => {
    await expect(page.getByRole('group', { name: 'Also here: Ann Analyst' })).toBeVisible()
    await editor.pick('Play')
    await editor.name('Greeting')
    await ann.pick('Hang up')
    await ann.name('Goodbye')
    await expect(editor.step('Goodbye')).toBeVisible()
    await expect(ann.step('Greeting')).toBeVisible()
  })

  await test.step('both change the same name while one is cut off, and choose', async () => {
    await ann.saved()
    await theirs.context().setOffline(true)
    await ann.name('See you')
    await expect(theirs.getByRole('banner')).toContainText('Offline, will retry')
    await editor.pick('Goodbye')
    await editor.name('Farewell')
    await editor.saved()
    await theirs.context().setOffline(false)
    const conflict = theirs.getByRole('dialog', { name: 'Two of you changed the same thing' })
    await expect(conflict).toContainText('See you')
    await expect(conflict).toContainText('Farewell')
    await conflict.getByRole('button', { name: 'Keep all of mine' }).click()
    await conflict.getByRole('button', { name: 'Merge and save' }).click()
    await ann.saved()
    await expect(editor.step('See you')).toBeVisible()
  })
  const { draft } = await api.flows.get.query({ flowId })
  expect(draft.document.nodes.map(({ id, name }) => [id, name])).toEqual([
    ['start', undefined],
    ['greet', 'Greeting'],
    ['bye', 'See you'],
  ])
  await theirs.close()
})
