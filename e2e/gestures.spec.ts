import { expect, type Locator, type Page, test } from '@playwright/test'
import { openApi } from './support/api'
import { signIn } from './support/browser'
import { Editor } from './support/editor'
import { flow, say } from './support/flows'
import { type Product, startProduct } from './support/product'

// What a hand does in the editor besides drawing: menus, palettes, notes, search, and the way back. One product for all.
test.describe.configure({ mode: 'serial' })

interface Point {
  readonly x: number
  readonly y: number
}

let product: Product
let page: Page
let editor: Editor

test.beforeAll(async ({ browser }) => {
  test.setTimeout(600_000)
  product = await startProduct()
  page = await browser.newPage({ viewport: { width: 1600, height: 900 } })
  page.setDefaultTimeout(30_000)
  await signIn(page, product)
})
test.afterAll(async () => {
  await page?.close()
  await product?.stop()
})

const menu = () => page.getByRole('menu')
const item = (name: string) => menu().getByRole('menuitem', { name })
const selected = () => editor.canvas.locator('.react-flow__node.selected')

/** Right button, at a place or in the middle. */
async function rightClick(on: Locator | Point): Promise<void> {
  const { x, y } = 'x' in on ? on : await editor.middleOf(on)
  await page.mouse.click(x, y, { button: 'right' })
  await expect(menu()).toBeVisible()
}

/** A while of drawing: what glides is somewhere else after it. */
const frames = () =>
  page.evaluate(
    (count) =>
      new Promise<void>((resolve) => {
        const next = (left: number) => (left === 0 ? resolve() : void requestAnimationFrame(() => next(left - 1)))
        next(count)
      }),
    10,
  )

/** A place on what glides there: where it has come to rest, the same some frames later. */
async function still(place: () => Promise<Point>): Promise<Point> {
  let last = await place()
  await expect
    .poll(async () => {
      await frames()
      const now = await place()
      const moved = Math.hypot(now.x - last.x, now.y - last.y)
      last = now
      return moved
    })
    .toBe(0)
  return last
}

/** A flow of its own for a test: `start` → Play → Hang up. */
async function open(name: string): Promise<string> {
  const document = flow(name, {
    greet: { type: 'play', config: { prompts: say('Hello.') }, exits: { done: 'bye' } },
    bye: { type: 'hangup' },
  })
  const { flowId } = await (await openApi(product)).flows.create.mutate({ name, kind: 'ivr', document })
  editor = await Editor.open(page, `${product.url}/flows/${flowId}`)
  await editor.showAll()
  return flowId
}

test('menus: of the canvas, a step, several, a connection', async () => {
  await open('Menus')
  await test.step('a step: renamed, duplicated', async () => {
    await rightClick(editor.step('Play'))
    await item('Rename').click()
    await expect(editor.inspector.getByLabel('Name of the step')).toBeFocused()
    await editor.name('Greeting')
    await rightClick(editor.step('Greeting'))
    await item('Duplicate').click()
    await expect(editor.size).toHaveText('4 steps')
    await page.keyboard.press('Control+z')
    await expect(editor.size).toHaveText('3 steps')
  })
  await test.step('a connection: a step put into it, then deleted', async () => {
    await rightClick(await still(() => editor.onConnection('Start')))
    await item('Insert a step').click()
    await editor.choices.getByRole('option', { name: /^Wait/ }).click()
    await expect(editor.step('Wait')).toBeVisible()
    await expect(editor.size).toHaveText('4 steps')
    const connections = editor.canvas.getByRole('img', { name: /^Connection/ })
    await expect(connections).toHaveCount(3)
    await editor.showAll()
    await rightClick(await still(() => editor.onConnection('Start')))
    await item('Delete connection').click()
    await expect(connections).toHaveCount(2)
    await page.keyboard.press('Control+z')
    await expect(connections).toHaveCount(3)
  })
  await test.step('the canvas: everything selected; several: tidied up, deleted', async () => {
    await rightClick(await editor.place(0.5, 0.9))
    await item('Select all').click()
    await expect(editor.size).toHaveText('4 selected')
    await rightClick(editor.step('Greeting'))
    await expect(menu()).toContainText('4 selected')
    await item('Tidy up these steps').click()
    await expect(page.getByRole('button', { name: 'Undo tidying up' })).toBeVisible()
  })
  await editor.saved()
})

test('by keyboard: several steps picked, a menu for whatever is selected', async () => {
  await open('Keys')
  const { keyboard } = page
  await editor.canvas.focus()
  await keyboard.press('Escape')
  await keyboard.press('ArrowRight')
  await expect(editor.step('Start')).toBeFocused()
  await keyboard.press('Control+ArrowRight')
  await keyboard.press('Control+ArrowRight')
  await expect(editor.size).toHaveText('3 selected')
  await keyboard.press('Control+ArrowLeft')
  await expect(editor.size).toHaveText('2 selected')
  await keyboard.press('Shift+F10')
  await expect(menu()).toContainText('2 selected')
  await keyboard.press('Escape')
  await expect(menu()).toBeHidden()
  await editor.pick('Play')
  await editor.step('Play').focus()
  await keyboard.press('e')
  await keyboard.press('Shift+F10')
  await expect(item('Delete connection')).toBeVisible()
  await keyboard.press('Escape')
  await expect(menu()).toBeHidden()
})

test('a control beside the canvas keeps its keys: nothing is deleted or left by them', async () => {
  const { keyboard } = page
  await open('Beside')
  await editor.pick('Play')
  const control = editor.inspector.getByRole('switch').or(editor.inspector.getByRole('button')).first()
  await control.focus()
  for (const key of ['Delete', 'Backspace', 'ArrowRight', 'Shift+ArrowRight']) await keyboard.press(key)
  await expect(editor.size).toHaveText('3 steps')
  await expect(selected()).toHaveCount(1)
  await expect(editor.inspector.getByLabel('Name of the step')).toHaveAttribute('placeholder', 'Play')
})

test('a note: written, coloured, moved and sized by keyboard', async () => {
  const { keyboard } = page
  await rightClick(await editor.place(0.3, 0.85))
  await item('Add a note').click()
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('# Opening hours')
  await keyboard.press('Escape')
  const note = editor.canvas.getByRole('group', { name: '# Opening hours' })
  await expect(note).toContainText('Opening hours')
  await note.getByRole('radio', { name: 'Blue' }).check({ force: true })
  // the card itself: each of its swatches has a colour too
  await expect(note.locator('> [data-color]')).toHaveAttribute('data-color', 'blue')
  await note.focus()
  const width = () => note.evaluate((card) => Math.round(card.getBoundingClientRect().width))
  const before = await width()
  await keyboard.press('Control+Shift+ArrowRight')
  await expect.poll(width).toBeGreaterThan(before)
  await keyboard.press('Shift+F10')
  await item('Delete').click()
  await expect(note).toBeHidden()
})

test('the palette: found by its name, added by a click, and by a click again after a drag', async () => {
  await editor.pick('Play')
  const search = editor.palette.getByRole('textbox', { name: 'Search steps' })
  await search.fill('coll')
  await expect(editor.palette.getByRole('button', { name: 'Menu', exact: true })).toBeHidden()
  await search.fill('')
  await editor.dragStep('Wait', await editor.place(0.5, 0.85))
  await expect(editor.size).toHaveText('4 steps')
  await editor.palette.getByRole('button', { name: 'Wait', exact: true }).click()
  await expect(editor.size).toHaveText('5 steps')
})

test('the command palette: its first entry is picked; a command by its name', async () => {
  const { keyboard } = page
  await editor.canvas.focus()
  await keyboard.press('Control+k')
  const commands = page.getByRole('dialog').filter({ has: page.getByLabel('Commands') })
  await expect(commands.locator('[data-action][data-selected]')).toHaveCount(1)
  await keyboard.insertText('overview')
  await expect(commands.locator('[data-action][data-selected]')).toContainText('Show or hide the overview')
  const overview = editor.canvas.getByRole('img', { name: 'Overview' })
  await expect(overview).toBeVisible()
  await keyboard.press('Enter')
  await expect(overview).toBeHidden()
  // While it fades out it still has the keyboard.
  await expect(commands).toBeHidden()
})

test('find: by spoken words, from hit to hit', async () => {
  const { keyboard } = page
  await editor.canvas.focus()
  await keyboard.press('Control+f')
  const bar = page.getByRole('search')
  await expect(bar.getByRole('textbox')).toBeFocused()
  await keyboard.insertText('hello')
  await expect(bar).toContainText('Play')
  await keyboard.press('Enter')
  await expect(editor.inspector.getByLabel('Name of the step')).toHaveAttribute('placeholder', 'Play')
  await keyboard.press('Escape')
  await expect(bar).toBeHidden()
})

test('a frame drawn over steps picks them; a connection that makes no sense is refused with the reason', async () => {
  await open('Refused')
  await editor.canvas.focus()
  await page.keyboard.press('Escape')
  await editor.drag(await editor.place(0.02, 0.36), await editor.place(0.98, 0.75))
  await expect(editor.size).toHaveText('3 selected')
  await page.keyboard.press('Escape')
  const port = await editor.middleOf(editor.port('Play', 'Done'))
  const start = await editor.middleOf(editor.step('Start'))
  await editor.drag(port, start)
  await expect(page.getByText('A connection cannot lead into the start step')).toBeVisible()
  await expect(editor.canvas.getByRole('img', { name: /^Connection/ })).toHaveCount(2)
})

test('a click on a problem goes to its field', async () => {
  await editor.dragStep('Menu', await editor.place(0.5, 0.85))
  await expect(editor.problems).toContainText('error')
  await page.keyboard.press('Escape')
  await editor.problems.click()
  const list = page.getByRole('region', { name: 'Problems' })
  await list.getByRole('button').filter({ hasText: 'Menu' }).first().click()
  await expect(editor.inspector).toBeVisible()
  await expect.poll(() => editor.inspector.evaluate((side) => side.contains(document.activeElement))).toBe(true)
  await list.getByRole('button', { name: 'Close' }).click()
})

test('versions: two are published, the first is live again by one click, and that is taken back', async () => {
  const flowId = await open('Versions')
  const api = await openApi(product)
  for (const note of ['first', 'second']) {
    const { draft } = await api.flows.get.query({ flowId })
    await api.flows.publish.mutate({ flowId, revision: draft.revision, note })
  }
  await page.reload()
  await page.getByRole('button', { name: /Version 2 live/ }).click()
  const versions = page.getByRole('complementary', { name: 'Versions' })
  await versions.getByRole('listitem').filter({ hasText: 'first' }).getByRole('button', { name: 'Make live' }).click()
  await expect(page.getByRole('button', { name: /Version 1/ }).first()).toBeVisible()
  await expect.poll(async () => (await api.flows.get.query({ flowId })).live?.number).toBe(1)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect.poll(async () => (await api.flows.get.query({ flowId })).live?.number).toBe(2)
  await versions.getByRole('link', { name: 'Version 1' }).click()
  await expect(page).toHaveURL(/\/versions\//)
  await expect(page.getByTestId('flow-map')).toBeVisible()
})
