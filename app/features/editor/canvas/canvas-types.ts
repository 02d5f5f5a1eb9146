import { GRID } from '../model/geometry'
import { FlowEdgeLine } from './FlowEdgeLine'
import { NoteCard } from './NoteCard'
import { StepCard } from './StepCard'

/** React Flow asks for the same objects each time. */
export const nodeTypes = { step: StepCard, note: NoteCard }
export const edgeTypes = { flow: FlowEdgeLine }

export const MIN_ZOOM = 0.1
export const MAX_ZOOM = 2
/** From this many cards on, only the visible ones are in the page. */
export const LARGE = 120

export const snapGrid: [number, number] = [GRID, GRID]
export const multiSelectKeys = ['Shift', 'Meta', 'Control']
