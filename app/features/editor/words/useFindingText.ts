import { useCallback } from 'react'
import type { Diagnostic } from '@/engine/flow'
import { findNode } from '../model/edits/nodes'
import { useSession } from '../session/EditorContext'
import { useDiagnosticText } from './useDiagnosticText'
import { useNodeWords } from './useNodeWords'

/** A finding about the open flow as a sentence; an exit that nobody named is called what its step's type calls it. */
export function useFindingText(): (finding: Diagnostic) => string {
  const text = useDiagnosticText()
  const words = useNodeWords()
  const { editor } = useSession()
  return useCallback(
    (finding) => {
      const { nodeId, outcome, params } = finding
      const node = nodeId && findNode(editor.getState().document, nodeId)
      // the compiler, which has no words of any language, can only give the id of such an exit
      if (!node || !outcome || params?.outcome !== outcome) return text(finding)
      return text({ ...finding, params: { ...params, outcome: words.outcome(node.type, { id: outcome }) } })
    },
    [text, words, editor],
  )
}
