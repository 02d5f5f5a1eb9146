import { initialValues, type Json, type TransitionJson } from '@/engine/flow'
import { type Frame, pathOf } from './frame'
import { MACHINE, rootHandler, transition } from './transitions'

/** The whole XState machine around the flow's own states. */
export function machineJson(frame: Frame, states: { readonly [key: string]: Json }): Json {
  return {
    id: MACHINE,
    initial: pathOf(frame, frame.entry.node.id),
    context: { vars: { '': initialValues(frame.document.variables) }, visit: 1, error: null },
    on: {
      'call.hangup': rootHandler(frame, 'hangup', '$end', ''),
      'flow.limit': rootHandler(frame, 'too-many-steps', '$limit', ''),
      'flow.abort': transition('$end', { path: '' }),
      'flow.errors': transition('$error', { path: '' }),
    },
    states: { ...states, $error: apology('$error'), $limit: apology('$limit'), $end: { type: 'final' } },
  }
}

function apology(path: string): Json {
  const end: TransitionJson = transition('$end', { path })
  return { invoke: { id: path, src: '$apologise', input: { path }, onDone: [end] } }
}
