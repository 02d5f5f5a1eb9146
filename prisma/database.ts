/** The databases that Patchbay runs on. */
export type DatabaseKind = 'sqlite' | 'postgresql'

/** Which database a URL names: `postgres://…` or `postgresql://…`, else SQLite (`file:/path/patchbay.db`). */
export function databaseKind(url: string): DatabaseKind {
  return /^postgres(ql)?:\/\//.test(url) ? 'postgresql' : 'sqlite'
}

/** The file of a SQLite URL, as it stands in it. */
export function sqliteFile(url: string): string {
  return url.replace(/^file:(\/\/)?/, '')
}

/** `pg` knows no `schema` parameter; Prisma's URLs carry it. */
export function postgresConnection(url: string): { connectionString: string; schema: string } {
  const parsed = new URL(url)
  const schema = parsed.searchParams.get('schema') ?? 'public'
  parsed.searchParams.delete('schema')
  return { connectionString: parsed.href, schema }
}
