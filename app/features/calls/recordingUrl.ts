/** Where a recording can be heard. */
export function recordingUrl(id: string): string {
  return `/api/recordings/${encodeURIComponent(id)}`
}
