import type { FlowDocument } from '@/engine/flow'

/** `fileName('Main line / night')` → `'main-line-night.flow.json'`; letters of any script stay. */
export function fileName(name: string): string {
  const slug = name
    .toLocaleLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return `${slug || 'flow'}.flow.json`
}

/** Saves a flow as a file of the person's own. */
export function downloadDocument(document: FlowDocument): void {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(document, null, 2)}\n`], { type: 'application/json' }))
  const link = window.document.createElement('a')
  link.href = url
  link.download = fileName(document.name)
  link.click()
  URL.revokeObjectURL(url)
}
