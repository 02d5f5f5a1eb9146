// Bundles the four Node programs and builds the web pages. Skips what has not changed since the last build.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './lib/run.mjs'
import { hashOf, root } from './lib/stamp.mjs'

const programs = {
  supervisor: 'supervisor/main.ts',
  engine: 'engine/main.ts',
  web: 'web/server.ts',
  cli: 'cli/main.ts',
}

/** Source folders whose change makes a build stale. */
const sources = {
  programs: [
    'engine',
    'nodes',
    'prisma',
    'supervisor',
    'web',
    'cli',
    'app/server',
    'package-lock.json',
    'tsconfig.json',
    'scripts/build.mjs',
  ],
  pages: ['app', 'engine', 'nodes', 'public', 'prisma', 'next.config.js', 'package-lock.json', 'tsconfig.json'],
}

async function bundlePrograms() {
  const { build } = await import('esbuild')
  await build({
    absWorkingDir: root,
    entryPoints: programs,
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    // What a program imports late is a file of its own: the engine takes calls before it loads the rest.
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    sourcemap: true,
    logLevel: 'warning',
    // Some bundled CommonJS helpers still call require.
    banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  })
}

async function buildPages() {
  const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  await run(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build'], { env }).catch((error) => {
    throw new Error(`The web pages could not be built:\n${error.message}`)
  })
}

/** Builds what is stale of `programs` and `pages`; `report(step)` is told before each. */
export async function build(parts = ['programs', 'pages'], report = () => {}) {
  mkdirSync(join(root, 'dist'), { recursive: true })
  for (const part of parts) {
    const stamp = join(root, 'dist', `.${part}.stamp`)
    const hash = hashOf(sources[part])
    const made = part === 'programs' ? 'dist/supervisor.mjs' : '.next/BUILD_ID'
    if (existsSync(join(root, made)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) continue
    report(part)
    await (part === 'programs' ? bundlePrograms() : buildPages())
    writeFileSync(stamp, hash)
  }
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  await build(process.argv.length > 2 ? process.argv.slice(2) : undefined, (part) => console.log(`Building ${part} …`))
}
