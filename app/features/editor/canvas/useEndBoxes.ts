import { type ReactFlowState, useStore } from '@xyflow/react'
import { useCallback } from 'react'
import type { Box } from '../model/geometry'

/** The cards at an edge's ends, as drawn; only asked for where the line has to go around them. */
export function useEndBoxes(source: string, target: string, wanted: boolean): readonly [Box | undefined, Box | undefined] {
  const pick = useCallback(
    (state: ReactFlowState): readonly [Box | undefined, Box | undefined] => (wanted ? [boxOf(state, source), boxOf(state, target)] : none),
    [source, target, wanted],
  )
  return useStore(pick, same)
}

const none = [undefined, undefined] as const

function boxOf(state: ReactFlowState, id: string): Box | undefined {
  const node = state.nodeLookup.get(id)
  const { width, height } = node?.measured ?? {}
  return node && width && height ? { ...node.internals.positionAbsolute, width, height } : undefined
}

type Boxes = readonly [Box | undefined, Box | undefined]

function same(a: Boxes, b: Boxes): boolean {
  return a === b || (sameBox(a[0], b[0]) && sameBox(a[1], b[1]))
}

function sameBox(a: Box | undefined, b: Box | undefined): boolean {
  return a === b || (a?.x === b?.x && a?.y === b?.y && a?.width === b?.width && a?.height === b?.height)
}
