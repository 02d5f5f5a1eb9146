'use client'

import dynamic from 'next/dynamic'
import { useMemo, useState } from 'react'
import type { Call } from './CallHeader'
import classes from './CallMap.module.css'
import { drawingOf, moduleAt, scopeOf, signaturesOf } from './drawings'
import { MapCrumbs } from './MapCrumbs'
import type { Step } from './useSelectedStep'

// The drawing brings the canvas with it; lists and facts need not wait for that.
const FlowMap = dynamic(() => import('@/app/features/editor/map/FlowMap').then((module) => module.FlowMap), { ssr: false })

interface Props {
  session: Call['sessions'][number]
  selected: Step | undefined
  /** A step's path, or (null) none. */
  onSelectNode: (path: string | null) => void
}

/** The way of a call on the drawing that it ran; for a step that runs a module, or stands in one, on the module's own. */
export function CallMap({ session, selected, onSelectNode }: Props) {
  const [chosen, setChosen] = useState<{ readonly scope: string; readonly visit: number } | null>(null)
  const own = selected && (moduleAt(session, selected.path) ? selected.path : scopeOf(selected.path))
  // what was chosen by hand holds until another step is looked at
  // and while none is, as after a press beside the cards, the drawing stays
  const [last, setLast] = useState('')
  const wanted = chosen && chosen.visit === selected?.visit ? chosen.scope : (own ?? last)
  const scope = drawingOf(session, wanted) ? wanted : ''
  if (scope !== last) setLast(scope)
  const document = drawingOf(session, scope) ?? session.document
  const inside = scope === '' ? '' : `${scope}.`
  const trace = useMemo(
    () => session.steps.flatMap((step) => (step.path.startsWith(inside) ? [{ ...step, path: step.path.slice(inside.length) }] : [])),
    [session.steps, inside],
  )
  const modules = useMemo(() => [...signaturesOf(session).values()], [session])
  const highlight = selected?.path.startsWith(inside) ? (selected.path.slice(inside.length).split('.', 1)[0] ?? null) : null
  return (
    <div className={classes.map}>
      <FlowMap
        key={scope}
        document={document}
        trace={trace}
        highlight={highlight}
        modules={modules}
        onSelect={(nodeId) => onSelectNode(nodeId === null ? null : `${inside}${nodeId}`)}
      />
      {scope !== '' && (
        <MapCrumbs
          session={session}
          scope={scope}
          onChoose={(to) => {
            setChosen(selected ? { scope: to, visit: selected.visit } : null)
            setLast(to)
          }}
        />
      )}
    </div>
  )
}
