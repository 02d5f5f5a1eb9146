import { useEffect } from 'react'
import { validate } from '@/engine/compiler'
import type { Diagnostic } from '@/engine/flow'
import { equal } from '../model/equal'
import { useSession } from '../session/EditorContext'
import { together } from './server-findings'

const AFTER_MS = 180

/** Checks the flow with the compiler's own checks whenever it rests, while the browser is idle. */
export function useValidation() {
  const { editor, ui, surroundings, definitions } = useSession()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let idle: number | undefined
    const cancelIdle = () => {
      if (idle !== undefined && 'cancelIdleCallback' in window) cancelIdleCallback(idle)
    }
    const check = () => {
      const { document } = editor.getState()
      const before = ui.getState()
      const diagnostics = together(validate(document, definitions, surroundings.getState().check), before.serverFindings, document)
      if (!equal(before.diagnostics, diagnostics)) ui.setState({ diagnostics, problemsOf: byNode(diagnostics, before.problemsOf) })
    }
    const soon = () => {
      clearTimeout(timer)
      cancelIdle()
      timer = setTimeout(() => {
        // Safari has no idle callbacks; the timer alone does there
        if ('requestIdleCallback' in window) idle = requestIdleCallback(check, { timeout: 1_000 })
        else check()
      }, AFTER_MS)
    }
    check()
    const unsubscribe = [
      editor.subscribe((now, before) => now.document !== before.document && soon()),
      surroundings.subscribe(soon),
      ui.subscribe((now, before) => now.serverFindings !== before.serverFindings && check()),
    ]
    return () => {
      clearTimeout(timer)
      cancelIdle()
      for (const stop of unsubscribe) stop()
    }
  }, [editor, ui, surroundings, definitions])
}

/** By step; a step whose problems are the same keeps its list, so that its card is not drawn again. */
function byNode(
  diagnostics: readonly Diagnostic[],
  before: ReadonlyMap<string, readonly Diagnostic[]>,
): Map<string, readonly Diagnostic[]> {
  const map = new Map<string, Diagnostic[]>()
  for (const problem of diagnostics) {
    if (!problem.nodeId) continue
    const list = map.get(problem.nodeId)
    if (list) list.push(problem)
    else map.set(problem.nodeId, [problem])
  }
  return new Map(
    [...map].map(([id, list]) => {
      const old = before.get(id)
      return [id, old && equal(old, list) ? old : list]
    }),
  )
}
