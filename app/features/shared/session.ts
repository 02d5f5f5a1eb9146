/** Leaves for the login page, remembering where to come back to. */
export function goToLogin() {
  if (typeof window === 'undefined' || window.location.pathname === '/login') return
  const here = window.location.pathname + window.location.search
  window.location.assign(here === '/' ? '/login' : `/login?next=${encodeURIComponent(here)}`)
}

/** `safeNext('/calls?x=1')` → the same; anything that could leave this site → `'/'`. */
export function safeNext(next: string | null | undefined): string {
  if (!next?.startsWith('/') || next.startsWith('//') || next.includes('\\')) return '/'
  return next
}
