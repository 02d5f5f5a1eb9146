import type { EngineEvent, LiveSession } from '@/engine/control/protocol'
import type { EngineControl } from '../../engine/control'

/** What happens on live calls, all or one flow's, beginning with where the calls under way are now. */
export async function* liveCalls(engine: EngineControl, flowId: string | undefined, signal: AbortSignal): AsyncIterable<EngineEvent> {
  const events = engine.events(signal)[Symbol.asyncIterator]()
  // Listening begins before the present state is asked for, so that nothing falls in between.
  let next = events.next()
  const live = await engine.live()
  const wanted = (of: { readonly flowId: string }) => flowId === undefined || of.flowId === flowId
  if (live.ok) for (const session of live.value.filter(wanted)) yield* presentState(session)
  for (;;) {
    const { done, value } = await next
    if (done) return
    next = events.next()
    if (wanted(value)) yield value
  }
}

function* presentState({ sessionId, interactionId, flowId, versionId, from, to, path, startedAt }: LiveSession): Iterable<EngineEvent> {
  yield { type: 'session-started', sessionId, interactionId, flowId, versionId, from, to, at: startedAt }
  yield { type: 'step-entered', sessionId, flowId, path, visit: 0, at: startedAt }
}
