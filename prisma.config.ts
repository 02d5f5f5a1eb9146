import { defineConfig } from 'prisma/config'

// One set of models, two databases: the URL's prefix picks the datasource, its migrations and its client.
const url = process.env.DATABASE_URL ?? 'file:.data/patchbay.db'
const database = /^postgres(ql)?:/.test(url) ? 'postgresql' : 'sqlite'

export default defineConfig({
  schema: `prisma/${database}`,
  migrations: { path: `prisma/${database}/migrations` },
  datasource: { url },
})
