'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useNodeWords } from '@/app/features/editor/words/useNodeWords'
import { configFields, type FlowNode } from '@/engine/flow'
import { nodeDefinitions } from '@/nodes/registry.schema'
import { type Drawn, drawingOf, moduleAt, scopeOf, signaturesOf } from './drawings'
import type { Step } from './useSelectedStep'

type Named = Pick<Step, 'path' | 'nodeId' | 'type' | 'outcome'>

/** How the engine names it when a step is left by what happens to the call, not by what happened in it. */
const leftFromOutside = ['hangup', 'too-many-steps', 'aborted'] as const

/** What a visited step, its exit and its module are called: as they are drawn, in the flow or in a module of it. */
export function useStepWords(run: Drawn | undefined) {
  const t = useTranslations('calls.detail')
  const words = useNodeWords()
  return useMemo(() => {
    const modules = signaturesOf(run)
    const nodes = new Map<string, ReadonlyMap<string, FlowNode>>()
    const drawn = ({ path, nodeId }: Named) => {
      const scope = scopeOf(path)
      const known = nodes.get(scope) ?? new Map((drawingOf(run, scope)?.nodes ?? []).map((node) => [String(node.id), node]))
      nodes.set(scope, known)
      return known.get(nodeId)
    }
    /** The exit by which this step leaves the module that it stands in. */
    const moduleExit = (step: Named): string | null => {
      const definition = nodeDefinitions.get(step.type)
      const node = drawn(step)
      if (!definition || !node) return null
      const exit = configFields(definition, node.config).find(({ meta }) => meta.input.kind === 'module-outcome')?.value
      return drawingOf(run, scopeOf(step.path))?.outcomes?.find(({ id }) => id === exit)?.label ?? null
    }
    return {
      moduleExit,
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
        const exits = drawingOf(run, scopeOf(step.path))?.outcomes
        return definition.summary(config.data, { modules }).flatMap((line) => {
          if (line.kind === 'key') return []
          return [line.kind === 'fact' ? words.fact(step.type, line, exits) : line.text]
        })
      },
      /** The module that this step ran, with its version. */
      module({ path }: Named) {
        const module = moduleAt(run, path)
        return module && t('moduleVersion', { name: module.document.name, number: module.versionNumber })
      },
      outcome(step: Named) {
        // Exits of the engine's own, such as `$end`, lead nowhere that is drawn.
        if (step.outcome === null || step.outcome.startsWith('$')) return null
        const left = leftFromOutside.find((known) => known === step.outcome)
        if (left) return t(`left.${left}`)
        const node = drawn(step)
        const definition = nodeDefinitions.get(step.type)
        const config = node && definition?.schema.safeParse(node.config)
        const known = config?.success ? definition?.outcomes(config.data, { modules }).find(({ id }) => id === step.outcome) : undefined
        if (!known && step.outcome === 'error') return t('left.error')
        // An end has no exits to be named, but may leave a module by one of that.
        if (!known && config?.success) return moduleExit(step)
        return words.outcome(step.type, known ?? { id: step.outcome })
      },
    }
  }, [run, words, t])
}
