import type { Page } from '@playwright/test'

declare global {
  interface Window {
    /** Connections of the browser phone that the page has made. */
    testConnections?: RTCPeerConnection[]
  }
}

/** Keeps the page's phone connections, so that a test can ask what came in; before the page is opened. */
export async function watchAudio(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const made: RTCPeerConnection[] = []
    window.testConnections = made
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration)
        made.push(this)
      }
    }
  })
}

/** Sound that the latest call has brought so far, as energy: 0 while nothing or only silence came in. */
export function heard(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const stats = await window.testConnections?.at(-1)?.getStats()
    const incoming = [...(stats?.values() ?? [])].find(({ type }) => type === 'inbound-rtp')
    return Number(incoming?.totalAudioEnergy ?? 0)
  })
}
