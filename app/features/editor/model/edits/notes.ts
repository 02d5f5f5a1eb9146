import type { FlowDocument, FlowNote } from '@/engine/flow'
import { equal } from '../equal'
import { type Point, snap } from '../geometry'
import { freshId } from '../ids'

export const noteColors = ['yellow', 'blue', 'green', 'pink', 'gray'] as const satisfies readonly FlowNote['color'][]

/** A note is never smaller than this. */
export const NOTE_MIN = { width: 120, height: 64 } as const

/** An empty note at `position`. */
export function createNote(position: Point): FlowNote {
  return { id: freshId('note'), text: '', position: { ...snap(position) }, size: { width: 240, height: 120 }, color: 'yellow' }
}

export const addNote = (document: FlowDocument, note: FlowNote): FlowDocument => ({ ...document, notes: [...document.notes, note] })

/** Sets a note's text, colour, place or size. */
export function changeNote(document: FlowDocument, id: string, change: Partial<Omit<FlowNote, 'id'>>): FlowDocument {
  let changed = false
  const notes = document.notes.map((note) => {
    if (note.id !== id) return note
    const next = { ...note, ...change }
    if (equal(note, next)) return note
    changed = true
    return next
  })
  return changed ? { ...document, notes } : document
}
