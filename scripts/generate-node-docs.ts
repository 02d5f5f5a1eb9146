/**
 * Writes the node reference in `docs/nodes/` and the expression reference `docs/expressions.md` from the schemas, the
 * words and the examples. `--check` writes nothing and fails when a page is stale.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { nodeCategories } from '@/engine/flow'
import { nodeDefinitions } from '@/nodes/registry.schema'
import { expressionPage } from './node-docs/expressions'
import { indexPage } from './node-docs/index-page'
import { nodePage } from './node-docs/node-page'
import { docsOf } from './node-docs/read-node'

const root = fileURLToPath(new URL('../docs/', import.meta.url))
const types = [...nodeDefinitions.values()]
  .sort((a, b) => nodeCategories.indexOf(a.category) - nodeCategories.indexOf(b.category) || (a.type < b.type ? -1 : 1))
  .map(docsOf)

const pages = new Map<string, string>([
  ['nodes/README.md', indexPage(types)],
  ['expressions.md', expressionPage()],
  ...types.map((type): [string, string] => [`nodes/${type.definition.type}.md`, nodePage(type)]),
])

const check = process.argv.includes('--check')
const stale = [...pages]
  .filter(([name, text]) => !existsSync(root + name) || readFileSync(root + name, 'utf8') !== text)
  .map(([name]) => name)
const left = existsSync(`${root}nodes`)
  ? readdirSync(`${root}nodes`).filter((name) => name.endsWith('.md') && !pages.has(`nodes/${name}`))
  : []
if (check && stale.length + left.length > 0) {
  console.error(`Stale: ${[...stale, ...left].join(', ')}. Run: npm run generate`)
  process.exit(1)
}
if (!check) {
  mkdirSync(`${root}nodes`, { recursive: true })
  for (const name of stale) writeFileSync(root + name, pages.get(name) ?? '')
  for (const name of left) rmSync(`${root}nodes/${name}`)
  console.log(stale.length > 0 ? `Wrote ${stale.join(', ')}` : 'The node reference is up to date')
}
