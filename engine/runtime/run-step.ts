import type { NodeResult } from '@/engine/flow'
import { apologise } from './apologise'
import { bounds } from './bounds'
import type { Session } from './session'
import type { Visit } from './visit'

/** The machine ignores what a step answers that it has left; this stands for such an answer. */
const IGNORED: NodeResult = { outcome: '$ignored' }

/**
 * Does one visit's work. Total: whatever goes wrong is a result. What a step does to the world waits until the transition
 * that led here is on disk (see `Visit`), but for prompts: a caller who barges in hears the next one in the same tick.
 */
export async function runStep(session: Session, visit: Visit): Promise<NodeResult> {
  const committed = session.hurries ? await session.journal.committed() : session.journal.verdict
  if (visit.over || session.bounded(visit)) return IGNORED
  if (visit.type === '$apologise') return apologise(session, visit)
  if (!committed.ok) return problem(committed.error.code, committed.error.message)
  const result = await runNode(session, visit)
  if (visit.over) return IGNORED
  if (result.error?.code === 'CALL_GONE' && session.foundGone()) return IGNORED
  if (result.assign && session.variablesSize(result.assign) > bounds.variables) {
    return problem('VARIABLES_TOO_LARGE', `The flow's variables would take more than ${bounds.variables / 1024} KB.`)
  }
  return result
}

async function runNode(session: Session, visit: Visit): Promise<NodeResult> {
  const run = session.parts.nodes[visit.type]
  if (!run || !visit.node) return problem('NODE_UNKNOWN', `This build has no step type “${visit.type}”.`)
  try {
    return await run(visit.node.config, visit)
  } catch (error) {
    if (!visit.over) {
      session.parts.log.error({ sessionId: session.id, path: visit.path, type: visit.type, error: trace(error) }, 'a step threw')
    }
    return problem('NODE_FAILED', 'The step failed unexpectedly.')
  }
}

/** Where it was thrown, without its message: that may quote what the caller has entered. */
function trace(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  return `${error.name} ${error.stack?.split('\n').slice(1, 6).join(' ') ?? ''}`
}

function problem(code: string, message: string): NodeResult {
  return { outcome: 'error', error: { code, message } }
}
