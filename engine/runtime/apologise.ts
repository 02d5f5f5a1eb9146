import type { NodeResult } from '@/engine/flow'
import { sorry } from './sentences'
import type { Session } from './session'
import type { Visit } from './visit'

/** The last words of a flow that went wrong: said once, then the call ends. */
export async function apologise(session: Session, visit: Visit): Promise<NodeResult> {
  session.apologised()
  if (!visit.callGone) {
    const said = await visit.media.play('sorry', [{ kind: 'text', ...sorry(visit.language) }])
    // Without a voice the call still ends politely, by hanging up.
    if (!said.ok && said.error.code !== 'CALL_GONE') visit.noteInput({ apology: said.error.code })
  }
  return { outcome: 'done' }
}
