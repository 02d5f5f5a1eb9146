import type { Page } from '@playwright/test'

/** What a walk by Tab over a page found wrong; both empty on a good page. */
export interface TabWalk {
  /** In view, to be clicked, and not reached. */
  readonly missed: readonly string[]
  /** Reached, and nothing shows it. */
  readonly unmarked: readonly string[]
}

interface Walker {
  /** The looks of the element that has the focus and of what is around and in it; null once the walk is over. */
  step(): string | null
  /** Names the one before, when it looks now as it did with the focus. */
  unmarked(): string | null
  missed(): string[]
}

declare global {
  interface Window {
    testWalk?: Walker
  }
}

const MOST = 250

/** Presses Tab from the top of the page until it comes round. */
export async function walkByTab(page: Page): Promise<TabWalk> {
  await page.evaluate(() => {
    const looks = (of: Element) =>
      [of, ...[of.parentElement, of.parentElement?.parentElement, ...of.children].filter((near) => near instanceof Element)]
        .map((element) => {
          const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor, clipPath, top } =
            getComputedStyle(element)
          const { content, boxShadow: after } = getComputedStyle(element, '::after')
          return [outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor, clipPath, top, content, after].join(
            ' ',
          )
        })
        .join('\n')
    const nameOf = (of: Element) =>
      `${of.tagName.toLowerCase()} “${(of.getAttribute('aria-label') ?? of.getAttribute('title') ?? of.textContent ?? '').trim().slice(0, 40)}”`
    const reached = new Set<Element>()
    let last: { readonly element: Element; readonly looks: string } | null = null
    let previous: { readonly element: Element; readonly looks: string } | null = null
    window.testWalk = {
      step: () => {
        previous = last
        const element = document.activeElement
        last = element && element !== document.body && !reached.has(element) ? { element, looks: looks(element) } : null
        if (element) reached.add(element)
        return last && nameOf(last.element)
      },
      unmarked: () => (previous?.element.isConnected && looks(previous.element) === previous.looks ? nameOf(previous.element) : null),
      missed: () =>
        [...document.querySelectorAll('a[href], button, input, select, textarea, [tabindex="0"]')]
          .filter((element) => {
            if (!(element instanceof HTMLElement) || reached.has(element) || element.tabIndex < 0) return false
            // One of a group is reached by Tab, the others by arrows.
            if (element instanceof HTMLInputElement && element.type === 'radio') return false
            if (element.matches(':disabled, [aria-hidden="true"] *, [inert] *, [data-disabled]')) return false
            const { top, left, bottom, right, width, height } = element.getBoundingClientRect()
            return (
              width > 1 && height > 1 && top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth && element.checkVisibility()
            )
          })
          .map(nameOf),
    }
  })
  const unmarked: string[] = []
  for (let i = 0; i < MOST; i++) {
    await page.keyboard.press('Tab')
    // Rings may fade in.
    const { at, bad } = await page.evaluate(async () => {
      await Promise.allSettled(
        document.getAnimations().map(({ effect, finished }) => effect?.getComputedTiming().iterations === 1 && finished),
      )
      return { at: window.testWalk?.step() ?? null, bad: window.testWalk?.unmarked() ?? null }
    })
    if (bad) unmarked.push(bad)
    if (at === null) break
  }
  const missed = await page.evaluate(() => window.testWalk?.missed() ?? [])
  return { missed, unmarked }
}
