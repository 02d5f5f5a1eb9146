import type { Page } from '@playwright/test'
import { type Login, signInCookies } from './api'
import type { Product } from './product'

/** Gives the page a login without filling the form in; the form has its own test. */
export async function signIn(page: Page, product: Product, login: Login = product.admin): Promise<void> {
  const cookies = await signInCookies(product.url, login)
  await page.context().addCookies(cookies.map(({ name, value }) => ({ name, value: decodeURIComponent(value), url: product.url })))
}

/** What a page says to its console as an error, and requests that fail or leave the machine; empty at the end of a good test. */
export function watchErrors(page: Page, product: Product): string[] {
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (/^(https?|wss?):$/.test(url.protocol) && url.origin.replace('ws', 'http') !== product.url) errors.push(`request to ${url.origin}`)
  })
  return errors
}
