/** A place in a list that is sorted by time and id, newest first. */
export interface Place {
  readonly at: Date
  readonly id: string
}

export interface PageOf<T> {
  readonly items: T[]
  /** Pass it to get the next page; null on the last. */
  readonly nextCursor: string | null
}

export function encodeCursor(place: Place): string {
  return `${place.at.getTime()}.${place.id}`
}

/** The place of a cursor; undefined for one that we did not make. */
export function decodeCursor(cursor: string | undefined): Place | undefined {
  const match = /^(\d{1,15})\.(.{1,128})$/.exec(cursor ?? '')
  return match?.[1] && match[2] ? { at: new Date(Number(match[1])), id: match[2] } : undefined
}

/** Cuts rows, of which one more than `limit` was read, into a page. */
export function pageOf<R, T>(rows: readonly R[], limit: number, place: (row: R) => Place, item: (row: R) => T): PageOf<T> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(item), nextCursor: rows.length > limit && last !== undefined ? encodeCursor(place(last)) : null }
}
