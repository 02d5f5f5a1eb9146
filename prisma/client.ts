import { PrismaPg } from '@prisma/adapter-pg'
import { databaseKind, postgresConnection, sqliteFile } from './database'
import { PrismaClient as PostgresClient } from './generated/postgresql/client'
import { PrismaClient as SqliteClient } from './generated/sqlite/client'
import { sqliteAdapter } from './sqlite-adapter'

export type * from './generated/sqlite/client'

/** The database, whichever it is: both clients are generated from the same models. */
export type Database = SqliteClient

/** What can be done inside `$transaction(async (tx) => …)`. Use `tx` alone there: the outer client waits for the transaction's end. */
export type DatabaseTransaction = Parameters<Parameters<Database['$transaction']>[0]>[0]

/** Opens the database of `url` (`file:…` or `postgresql://…`). Close it with `$disconnect()`. */
export function createPrisma(url: string, options: { readonly busyTimeoutMs?: number } = {}): Database {
  if (databaseKind(url) === 'sqlite') {
    return new SqliteClient({ adapter: sqliteAdapter({ file: sqliteFile(url), busyTimeoutMs: options.busyTimeoutMs ?? 3000 }) })
  }
  const { connectionString, schema } = postgresConnection(url)
  const client = new PostgresClient({ adapter: new PrismaPg({ connectionString }, { schema }) })
  // Same models, same methods; the generated types differ only in their module and in filters that SQLite lacks.
  return client as unknown as Database
}
