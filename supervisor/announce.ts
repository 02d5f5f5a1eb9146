import { untilHealthy } from './ready'

interface Announced {
  readonly url: string
  readonly sipPort: number
  /** Why there are no real calls on this machine, in a sentence. */
  readonly without?: string
  /** Another's Asterisk: it may be away now, and come later. */
  readonly remote?: true
  readonly ending: AbortSignal
  readonly tell: (text: string) => void
  /** How long another's Asterisk may take before it is said what keeps it, and how often it is asked for from then on. */
  readonly patienceMs?: number
  readonly everyMs?: number
}

const PATIENCE_MS = 6000
const EVERY_MS = 2000

/** Says that calls can come in; or why they cannot, and, of another's Asterisk, that they can once it is there. */
export async function announce(announced: Announced): Promise<void> {
  const { url, sipPort, without, remote, ending, tell, patienceMs = PATIENCE_MS, everyMs = EVERY_MS } = announced
  if (without) return tell(`Patchbay runs without calls at ${url}\n  ${without}`)
  if (!remote) return tell(`Patchbay is ready at ${url} – call 7000 on SIP port ${sipPort}, or from the page`)
  const ready = (withinMs: number, pauseMs?: number) =>
    untilHealthy(url, ({ asterisk }) => asterisk.state === 'up', withinMs, { pauseMs, signal: ending })
  const tellReady = () => tell(`Patchbay is ready at ${url} – calls come in from the Asterisk at the given address`)
  if (await ready(patienceMs)) return tellReady()
  const now = await untilHealthy(url, () => true, patienceMs, { signal: ending })
  if (ending.aborted) return
  tell(
    `Patchbay runs at ${url}, but no calls can come in.\n  ${now?.problem?.message ?? 'Asterisk does not answer.'}\n  Calls come in as soon as that is put right.`,
  )
  void ready(Number.POSITIVE_INFINITY, everyMs).then((there) => there && tellReady())
}
