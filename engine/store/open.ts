import type { Store } from './store'

/**
 * Opens the store of a database URL (`file:…` or `postgresql://…?schema=…`), which has been migrated. Rejects where it
 * cannot. Only the driver that is needed is loaded.
 */
export async function openStore(url: string): Promise<Store> {
  if (!/^postgres(ql)?:\/\//.test(url)) {
    const { openSqliteStore } = await import('./sqlite')
    return openSqliteStore({ file: url.replace(/^file:(\/\/)?/, '') })
  }
  const { openPostgresStore } = await import('./postgres')
  // `pg` knows no `schema` parameter; Prisma's URLs carry it.
  const parsed = new URL(url)
  const schema = parsed.searchParams.get('schema') ?? undefined
  parsed.searchParams.delete('schema')
  return openPostgresStore({ connectionString: parsed.href, schema })
}
