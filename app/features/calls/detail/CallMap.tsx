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
  const [chosen, setChosen] = useState<{ readonly scope: string; readonly visit: number | undefined } | null>(null)
  const own = selected && (moduleAt(session, selected.path) ? selected.path : scopeOf(selected.path))
  // what was chosen by hand holds until another step is looked at
  const wanted = chosen && chosen.visit === selected?.visit ? chosen.scope : (own ?? '')
  const scope = drawingOf(session, wanted) ? wanted : ''
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
      {scope !== '' && <MapCrumbs session={session} scope={scope} onChoose={(to) => setChosen({ scope: to, visit: selected?.visit })} />}
    </div>
  )
}
