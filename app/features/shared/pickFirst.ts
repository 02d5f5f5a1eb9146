/** Enter takes Spotlight's first entry from the start, as it does after typing; Spotlight itself begins with none and has no call for it. */
export function pickFirst(search: HTMLInputElement): void {
  if (!search.ownerDocument.querySelector('[data-action][data-selected]'))
    search.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', code: 'ArrowDown', bubbles: true, cancelable: true }))
}
