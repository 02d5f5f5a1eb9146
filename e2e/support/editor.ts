import { expect, type Locator, type Page } from '@playwright/test'

interface Point {
  readonly x: number
  readonly y: number
}

/** The flow editor as a person sees it: steps and exits by their words, fields by their labels. */
export class Editor {
  readonly page: Page
  readonly canvas: Locator
  readonly palette: Locator
  /** The right column while one step is selected. */
  readonly inspector: Locator
  /** The list of steps that opens where a connection is let go, or for a key. */
  readonly choices: Locator
  /** The last line's count of errors and warnings. */
  readonly problems: Locator
  /** The last line's count of steps, or of what is selected. */
  readonly size: Locator

  constructor(page: Page) {
    this.page = page
    this.canvas = page.getByRole('application', { name: /^Flow canvas/ })
    this.palette = page.getByRole('complementary', { name: 'Steps', exact: true })
    this.inspector = page.getByRole('complementary', { name: 'Step', exact: true })
    this.choices = page.getByRole('dialog', { name: /^(What comes next\?|Add a step)$/ })
    this.problems = page.getByRole('contentinfo').getByRole('button', { name: /problem|error|warning/ })
    this.size = page.getByRole('contentinfo').getByText(/^\d+ (steps?|selected)$/)
  }

  /** Makes an empty flow by the page of flows, and waits for its canvas. */
  static async create(page: Page, url: string, name: string): Promise<Editor> {
    await page.goto(`${url}/flows`)
    await page.getByRole('button', { name: 'New flow' }).first().click()
    const dialog = page.getByRole('dialog', { name: 'New flow' })
    await dialog.getByLabel('Name').fill(name)
    await dialog.getByRole('button', { name: 'Create' }).click()
    return drawn(page)
  }

  /** Opens a flow that is there. */
  static async open(page: Page, flowUrl: string): Promise<Editor> {
    await page.goto(flowUrl)
    return drawn(page)
  }

  /** A step's card, by its name or, while it has none, its type. */
  step(name: string): Locator {
    return this.canvas.getByRole('group', { name: new RegExp(`^${name}(,|:|$)`) })
  }

  /** The port of a step's exit. */
  port(step: string, exit: string): Locator {
    return this.step(step)
      .getByRole('listitem')
      .filter({ hasText: exit })
      .getByTitle(/to connect/)
  }

  /** Where an exit leads, as the inspector of the selected step says. */
  leads(exit: string): Locator {
    return this.inspector.getByRole('region', { name: 'Where it leads' }).getByRole('listitem').filter({ hasText: exit })
  }

  async middleOf(locator: Locator): Promise<Point> {
    return middle(await boxOf(locator))
  }

  /** A place on the canvas with nothing there, as parts of its width and height. */
  async place(right: number, down: number): Promise<Point> {
    const box = await boxOf(this.canvas)
    return { x: box.x + box.width * right, y: box.y + box.height * down }
  }

  /** Drags a type of step out of the palette. */
  async dragStep(type: string, to: Point): Promise<void> {
    await this.drag(await this.middleOf(this.palette.getByRole('button', { name: type, exact: true })), to)
  }

  /** Draws a connection from an exit to a card, or into the open. */
  async dragExit(step: string, exit: string, to: string | Point): Promise<void> {
    const target = typeof to === 'string' ? await this.middleOf(this.step(to)) : to
    await this.drag(await this.middleOf(this.port(step, exit)), target)
  }

  /** The middle of the connection that an exit's words name. */
  async onConnection(exit: string): Promise<Point> {
    const line = this.canvas
      .getByRole('img', { name: `Connection “${exit}”` })
      .locator('path')
      .first()
    return line.evaluate((path) => {
      if (!(path instanceof SVGPathElement)) throw new Error('a connection is a path')
      const { x, y } = path.getPointAtLength(path.getTotalLength() / 2)
      const matrix = path.getScreenCTM()
      if (!matrix) throw new Error('the connection is not drawn')
      return { x: matrix.a * x + matrix.c * y + matrix.e, y: matrix.b * x + matrix.d * y + matrix.f }
    })
  }

  async drag(from: Point, to: Point): Promise<void> {
    const { mouse } = this.page
    await mouse.move(from.x, from.y)
    await mouse.down()
    // in several moves, as a hand does: what is under the pointer on the way is noticed
    await mouse.move(to.x, to.y, { steps: 12 })
    await mouse.up()
  }

  /** Brings the whole flow into view. */
  async showAll(): Promise<void> {
    await this.canvas.focus()
    await this.page.keyboard.press('Shift+1')
  }

  /** Selects a step by a click on its card, wherever it is. */
  async pick(step: string): Promise<void> {
    await this.showAll()
    await this.step(step).click({ position: { x: 60, y: 20 } })
    await expect(this.inspector).toBeVisible()
  }

  /** Names the selected step in the inspector. */
  async name(name: string): Promise<void> {
    await this.inspector.getByLabel('Name of the step').fill(name)
    await expect(this.step(name)).toBeVisible()
  }

  /** The button that adds the first words to a prompt field of the selected step. */
  addWords(field: string): Locator {
    return this.inspector.getByRole('group', { name: field, exact: true }).getByRole('button', { name: 'Add words to speak' })
  }

  /** Writes the first words of a prompt field of the selected step. */
  async say(field: string, words: string): Promise<void> {
    await this.addWords(field).click()
    await this.type(field, words)
  }

  /** By keyboard: from the selected step's card into its first field, which is a prompt. */
  async sayByKeys(field: string, words: string): Promise<void> {
    await this.page.keyboard.press('Enter')
    await expect(this.addWords(field)).toBeFocused()
    await this.page.keyboard.press('Enter')
    await this.type(field, words)
  }

  /** By keyboard: names the selected step and goes back to its card. */
  async nameByKeys(name: string): Promise<void> {
    await this.page.keyboard.press('F2')
    await expect(this.inspector.getByLabel('Name of the step')).toBeFocused()
    await this.page.keyboard.insertText(name)
    await this.page.keyboard.press('Enter')
    await expect(this.step(name)).toBeFocused()
  }

  /** Types into the prompt that was just added, which has the keyboard. */
  async type(field: string, words: string): Promise<void> {
    await expect(this.inspector.getByRole('textbox', { name: `${field} 1` })).toBeFocused()
    // all at once, as from an input method: letter by letter takes a slow machine long
    await this.page.keyboard.insertText(words)
  }

  /** The button that shows a telephone key of the selected menu. */
  keyButton(key: string): Locator {
    return this.inspector.getByRole('button', { name: keyLabel(key), exact: true })
  }

  /** Says what a key of the selected menu means. */
  async means(key: string, words: string): Promise<void> {
    const row = this.inspector
      .getByRole('group', { name: 'Keys', exact: true })
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('button', { name: keyLabel(key), exact: true }) })
    await row.getByLabel('Meaning').fill(words)
  }

  /** The mark on a card that a call is in it. */
  live(step: string): Locator {
    return this.step(step).getByTitle('1 call is here')
  }

  /** By keyboard: connects an exit of the selected step to what the list of steps offers for these words. */
  async connectByKeys(exit: string, to: string): Promise<void> {
    const { keyboard } = this.page
    await keyboard.press('c')
    const menu = this.page.getByRole('menu')
    await expect(menu.getByRole('menuitem').filter({ hasText: exit })).toBeVisible()
    await expect.poll(() => menu.evaluate((element) => element.contains(document.activeElement))).toBe(true)
    const focused = () => menu.evaluate(() => document.activeElement?.textContent ?? '')
    for (let now = await focused(); !now.includes(exit); now = await focused()) {
      await keyboard.press('ArrowDown')
      await expect.poll(focused).not.toBe(now)
    }
    await keyboard.press('Enter')
    await expect(this.choices).toBeVisible()
    await keyboard.insertText(to)
    await expect(this.choices.getByRole('option').first()).toContainText(to)
    await keyboard.press('Enter')
    await expect(this.choices).toBeHidden()
  }

  /** Waits until the draft is stored. */
  async saved(): Promise<void> {
    await expect(this.page.getByRole('banner').getByText('Saved', { exact: true })).toBeVisible()
  }
}

async function drawn(page: Page): Promise<Editor> {
  const editor = new Editor(page)
  // the first view loads the whole editor
  await expect(editor.step('Start')).toBeVisible({ timeout: 30_000 })
  return editor
}

const keyLabel = (key: string) => `Key: ${key}`

async function boxOf(locator: Locator) {
  await expect(locator).toBeVisible()
  const box = await locator.boundingBox()
  if (!box) throw new Error('it has no place on the page')
  return box
}

const middle = ({ x, y, width, height }: Point & { readonly width: number; readonly height: number }): Point => ({
  x: x + width / 2,
  y: y + height / 2,
})
