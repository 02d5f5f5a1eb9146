import Database from 'better-sqlite3'
import { sqliteStore } from '../sqlite'

/** A store whose file may not grow until `lift()`. */
export function openLimited(file: string) {
  const db = new Database(file)
  const pages = () => Number(db.pragma('page_count', { simple: true }))
  const store = sqliteStore(db)
  db.pragma(`max_page_count = ${pages() + 2}`)
  return { store, lift: () => void db.pragma('max_page_count = 1000000') }
}
