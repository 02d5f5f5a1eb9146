'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useNodeWords } from '@/app/features/editor/words/useNodeWords'
import type { FlowDocument } from '@/engine/flow'
import { nodeDefinitions } from '@/nodes/registry.schema'
import type { Step } from './useSelectedStep'

type Named = Pick<Step, 'path' | 'nodeId' | 'type' | 'outcome'>

/** How the engine names it when a step is left by what happens to the call, not by what happened in it. */
const leftFromOutside = ['hangup', 'too-many-steps', 'aborted'] as const

/** What a visited step, its exit and its module are called. Steps inside a module are not in this drawing: their type names them. */
export function useStepWords(document: FlowDocument | undefined) {
  const t = useTranslations('calls.detail')
  const words = useNodeWords()
  return useMemo(() => {
    const nodes = new Map((document?.nodes ?? []).map((node) => [String(node.id), node]))
    const drawn = ({ path, nodeId }: Named) => (path.includes('.') ? undefined : nodes.get(nodeId))
    return {
      title(step: Named) {
        // Steps of the engine itself, such as the apology, begin with `$`.
        if (step.type.startsWith('$')) return t('apology')
        return words.title(drawn(step) ?? { type: step.type })
      },
      /** What the version that ran tells the step to do, in lines: what it says, its conditions, its facts. */
      drawn(step: Named): readonly string[] {
        const node = drawn(step)
        const definition = nodeDefinitions.get(step.type)
        const config = node && definition?.schema.safeParse(node.config)
        if (!config?.success || !definition) return []
        return definition.summary(config.data).flatMap((line) => {
          if (line.kind === 'key') return []
          return [line.kind === 'fact' ? words.fact(step.type, line, document?.outcomes) : line.text]
        })
      },
      /** The step that ran the module which this one is in. */
      module({ path }: Named) {
        const [outer, inner] = path.split('.')
        const node = outer === undefined || inner === undefined ? undefined : nodes.get(outer)
        return node && words.title(node)
      },
      outcome(step: Named) {
        // Exits of the engine's own, such as `$end`, lead nowhere that is drawn.
        if (step.outcome === null || step.outcome.startsWith('$')) return null
        const left = leftFromOutside.find((known) => known === step.outcome)
        if (left) return t(`left.${left}`)
        const node = drawn(step)
        const definition = nodeDefinitions.get(step.type)
        const config = node && definition?.schema.safeParse(node.config)
        const known = config?.success ? definition?.outcomes(config.data).find(({ id }) => id === step.outcome) : undefined
        if (!known && step.outcome === 'error') return t('left.error')
        // An end has no exits to be named.
        if (!known && config?.success) return null
        return words.outcome(step.type, known ?? { id: step.outcome })
      },
    }
  }, [document, words, t])
}
