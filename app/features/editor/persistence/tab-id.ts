import { nanoid } from 'nanoid'

const KEY = 'patchbay.tab'

/** An id that lasts as long as the browser's tab, over reloads. */
export function tabId(): string {
  if (typeof sessionStorage === 'undefined') return 'none'
  try {
    const known = sessionStorage.getItem(KEY)
    if (known) return known
    const fresh = nanoid(10)
    sessionStorage.setItem(KEY, fresh)
    return fresh
  } catch {
    // storage forbidden: unsaved work then belongs to this visit alone
    return nanoid(10)
  }
}
