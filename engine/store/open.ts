import { openPostgresStore } from './postgres'
import { openSqliteStore } from './sqlite'
import type { Store } from './store'

/** Opens the store of a database URL (`file:…` or `postgresql://…?schema=…`), which has been migrated. Throws where it cannot. */
export function openStore(url: string): Store {
  if (!/^postgres(ql)?:\/\//.test(url)) return openSqliteStore({ file: url.replace(/^file:(\/\/)?/, '') })
  // `pg` knows no `schema` parameter; Prisma's URLs carry it.
  const parsed = new URL(url)
  const schema = parsed.searchParams.get('schema') ?? undefined
  parsed.searchParams.delete('schema')
  return openPostgresStore({ connectionString: parsed.href, schema })
}
