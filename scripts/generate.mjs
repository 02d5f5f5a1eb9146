// Writes what is generated and checked in (node registries, node reference); `--check` fails when one is stale.
import { run } from './lib/run.mjs'
import { root } from './lib/stamp.mjs'

const generators = ['scripts/generate-registries.ts', 'scripts/generate-node-docs.ts']
const check = process.argv.includes('--check')
let stale = 0
for (const generator of generators) {
  try {
    process.stdout.write(await run(process.execPath, ['--import', 'tsx', generator, ...(check ? ['--check'] : [])], { cwd: root }))
  } catch (error) {
    stale += 1
    console.error(error.message)
  }
}
process.exit(stale === 0 ? 0 : 1)
