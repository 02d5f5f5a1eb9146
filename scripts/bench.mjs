// `npm run bench`: Patchbay's engine against plain dialplan and a hand-written script. Installs nothing; builds what is stale.
import { spawn } from 'node:child_process'
import { build } from './build.mjs'
import { dependenciesAreCurrent } from './lib/install.mjs'
import { step } from './lib/progress.mjs'
import { root } from './lib/stamp.mjs'

if (!dependenciesAreCurrent()) {
  console.error('The dependencies are not installed.\n  Remedy: npm ci')
  process.exit(1)
}
// What is said on the way must not mix with `--json`.
console.log = console.error
await step('Building', (detail) => build(['programs'], detail))
const child = spawn(process.execPath, ['--import', 'tsx', 'bench/main.ts', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
child.on('close', (code) => process.exit(code ?? 1))
