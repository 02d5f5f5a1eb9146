import { problemOfResponse } from '@/app/features/shared/upload'

/** Stores a sound under a name; rejects with the server's problem. */
export async function uploadSound({ name, file }: { name: string; file: File }): Promise<void> {
  const form = new FormData()
  form.set('name', name)
  form.set('file', file)
  const response = await fetch('/api/sounds', { method: 'POST', body: form })
  if (!response.ok) throw await problemOfResponse(response)
}

/** Where a sound of the library can be heard. */
export function soundUrl(name: string): string {
  return `/api/sounds/${encodeURIComponent(name)}`
}

/** `soundName('Welcome (final).wav')` → `'Welcome final'`: a file's name as the library allows it. */
export function soundName(fileName: string): string {
  return fileName
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N} _.-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .trim()
    .slice(0, 80)
}
