import { setTimeout as sleep } from 'node:timers/promises'
import type { EngineEvent, LiveSession } from '@/engine/control/protocol'
import type { EngineControl } from '../../engine/control'

/** Between attempts to ask a connected engine that does not answer, ms. */
const AGAIN_MS = 1000

/** What is told of live calls; `present`: these and no others, whatever was told before. */
export type LiveEvent = EngineEvent | { readonly type: 'present'; readonly calls: readonly LiveSession[] }

/** What happens on live calls, all or one flow's: where they are now, at the beginning and whenever the engine comes back, and each event. */
export async function* liveCalls(
  engine: Pick<EngineControl, 'events' | 'live'>,
  flowId: string | undefined,
  signal: AbortSignal,
): AsyncIterable<LiveEvent> {
  const wanted = (of: { readonly flowId: string }) => flowId === undefined || of.flowId === flowId
  for await (const event of engine.events(signal)) {
    if (event.type === 'connected') {
      // Events go on being heard meanwhile, and are told after it: nothing falls in between.
      const calls = await present(engine, signal)
      if (calls) yield { type: 'present', calls: calls.filter(wanted) }
    } else if (wanted(event)) {
      yield event
    }
  }
}

/** The calls under way, asked for until the engine tells; undefined when nobody listens any more. */
async function present(engine: Pick<EngineControl, 'live'>, signal: AbortSignal): Promise<readonly LiveSession[] | undefined> {
  while (!signal.aborted) {
    const live = await engine.live()
    if (live.ok) return live.value
    await sleep(AGAIN_MS, undefined, { signal }).catch(() => {})
  }
  return undefined
}
