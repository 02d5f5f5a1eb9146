// `npm test`: installs what the tests need, then unit tests, checks, integration and end-to-end tests. Says at the end how many passed.
//   npm test                everything
//   npm test -- checks unit only these parts (checks, unit, integration, e2e)
import { execFile, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'
import { aptInstall, dependenciesAreCurrent, generateClients, installDependencies } from './lib/install.mjs'
import { Stop, step } from './lib/progress.mjs'
import { root } from './lib/stamp.mjs'

const parts = process.argv.slice(2).filter((a) => !a.startsWith('-'))
const wants = (part) => parts.length === 0 || parts.includes(part)
const reports = join(root, 'test-results')

/** Debian packages by the file that shows they are there. */
const packages = [
  ['/usr/bin/chromium', 'chromium'],
  ['/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc', 'fonts-noto-cjk'],
  ['/usr/bin/sipp', 'sip-tester'],
  ['/usr/bin/flite', 'flite'],
  ['/usr/bin/espeak-ng', 'espeak-ng'],
  ['/usr/bin/sox', 'sox'],
  ['/usr/lib/postgresql', 'postgresql'],
]

async function installPackages() {
  const missing = packages.filter(([file]) => !existsSync(file)).map(([, name]) => name)
  if (missing.length === 0) return
  if (process.getuid?.() !== 0)
    throw new Stop(`they need these Debian packages: ${missing.join(' ')}\n  Remedy: sudo apt-get install ${missing.join(' ')}`)
  await step(`Installing ${missing.join(', ')}`, (detail) => aptInstall(missing, detail)).catch((error) => {
    throw new Stop(`${missing.join(', ')} could not be installed: ${error.message}\n  Remedy: check the network and the package sources`)
  })
}

/** Says of parts that cannot run here what they lack, and counts each as failed; true when they can. */
async function canRun(parts) {
  if (parts.length === 0) return true
  try {
    await installPackages()
    return true
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    totals.failed += parts.length
    totals.broken.push(`${parts.join(' and ')} tests could not run: ${error.message}`)
    return false
  }
}

/** Runs a test command with its output shown; resolves with its exit code. */
function show(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', () => resolve(127))
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/** The same for what runs beside another: the output comes in one piece, when it has ended. */
function showAtEnd(title, command, args) {
  return new Promise((resolve) => {
    execFile(command, args, { cwd: root, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      console.log(`\n── ${title}\n${stdout}${stderr || (error?.message ?? '')}`.trimEnd())
      resolve(error ? (error.code ?? 1) : 0)
    })
  })
}

const totals = { passed: 0, failed: 0, broken: [] }
const bin = (name) => join(root, 'node_modules/.bin', name)

async function check(title, command, args) {
  const code = await showAtEnd(title, command, args)
  if (code === 0) totals.passed += 1
  else {
    totals.failed += 1
    totals.broken.push(title)
  }
}

function readReport(file, title, exitCode, count) {
  if (!existsSync(file)) {
    totals.failed += 1
    totals.broken.push(`${title}: no report was written`)
    return
  }
  const { passed, failed } = count(JSON.parse(readFileSync(file, 'utf8')))
  totals.passed += passed
  totals.failed += failed
  if (failed > 0) totals.broken.push(`${title}: ${failed} failed`)
  // A runner that fails without a failed test (a crashed worker, an unhandled rejection) is a failure too.
  if (exitCode !== 0 && failed === 0) {
    totals.failed += 1
    totals.broken.push(`${title}: exit code ${exitCode}`)
  }
}

async function vitest(title, projects) {
  console.log(`\n── ${title}`)
  const file = join(reports, `${title}.json`)
  const code = await show(bin('vitest'), [
    'run',
    ...projects.flatMap((p) => ['--project', p]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  readReport(file, title, code, (r) => ({ passed: r.numPassedTests, failed: r.numFailedTests }))
}

async function playwright() {
  console.log('\n── end to end')
  const file = join(reports, 'e2e.json')
  const code = await show(bin('playwright'), ['test'], { PLAYWRIGHT_JSON_OUTPUT_NAME: file })
  readReport(file, 'end to end', code, ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }))
}

async function checks() {
  await check('generated files are current', process.execPath, ['scripts/generate.mjs', '--check'])
  await check('lint', bin('biome'), ['ci', '--error-on-warnings', '.'])
  await check('types', bin('tsc'), ['--noEmit', '-p', '.'])
  await check('import rules', bin('depcruise'), [
    '--config',
    '.dependency-cruiser.cjs',
    'app',
    'engine',
    'nodes',
    'cli',
    'web',
    'supervisor',
    'prisma',
  ])
  await check('unused code', bin('knip'), [])
}

/** Checks come first: the build writes types that they would find half written. */
async function computing(withPages) {
  if (wants('checks')) await checks()
  if (!withPages) return
  const since = Date.now()
  await build(['pages'])
  console.log(`\n  ✓ Building pages (${Math.round((Date.now() - since) / 1000)} s)`)
}

try {
  mkdirSync(reports, { recursive: true })
  if (!dependenciesAreCurrent()) await step('Installing dependencies', installDependencies)
  await generateClients((work) => step('Generating database clients', work))
  const calls = ['integration', 'e2e'].filter(wants)
  const withCalls = await canRun(calls)

  if (wants('unit')) await vitest('unit', ['unit', 'ui', 'ui-alone'])
  if (calls.length > 0 && withCalls) await step('Building', () => build(['programs']))
  // Real calls take their time and little of the machine's: what only computes is done meanwhile.
  const computed = computing(wants('e2e') && withCalls)
  computed.catch(() => {})
  if (wants('integration') && withCalls) await vitest('integration', ['integration'])
  await computed
  if (wants('e2e') && withCalls) await playwright()
} catch (error) {
  totals.failed += 1
  totals.broken.push(error instanceof Stop ? error.message : String(error?.stack ?? error))
}

if (totals.broken.length > 0) console.log(`\n${totals.broken.map((b) => `✗ ${b}`).join('\n')}`)
console.log(`\n${totals.passed} passed, ${totals.failed} failed`)
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1)
