import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Stop } from './progress.mjs'
import { run } from './run.mjs'
import { hashOf, root } from './stamp.mjs'

const stampFile = join(root, 'node_modules/.patchbay.stamp')

/** What node_modules is made for: the lock file, and the Node that SQLite was compiled for. */
export function dependencyStamp(abi = process.versions.modules) {
  return `${hashOf(['package-lock.json'])} abi ${abi}`
}

/** True when node_modules fits the lock file and this Node. */
export function dependenciesAreCurrent() {
  if (!existsSync(stampFile)) return false
  const stamp = readFileSync(stampFile, 'utf8')
  // Earlier stamps were the lock file's alone.
  return stamp === dependencyStamp() || (stamp === hashOf(['package-lock.json']) && sqliteLoads())
}

/** Whether the compiled SQLite runs in this Node. */
function sqliteLoads() {
  const script = "new (require('better-sqlite3'))(':memory:').close()"
  return spawnSync(process.execPath, ['-e', script], { cwd: root, stdio: 'ignore' }).status === 0
}

/** Node's own headers, where they lie beside it: what is compiled then needs no download. */
function nodeHeaders() {
  const prefix = dirname(dirname(process.execPath))
  return existsSync(join(prefix, 'include/node/node.h')) ? { npm_config_nodedir: prefix } : {}
}

async function npmCi() {
  const options = { env: nodeHeaders() }
  const quiet = ['--include=dev', '--no-audit', '--no-fund']
  await run('npm', ['ci', ...quiet], options).catch((error) => {
    // A lock file made where a registry lacks other platforms' optional packages does not satisfy `ci`; `install` reads the same versions.
    if (/in sync/.test(error.message)) return run('npm', ['install', '--no-save', ...quiet], options)
    throw error
  })
}

const compiler = ['python3', 'make', 'g++']
const lacksCompiler = (error) => /gyp ERR|node-gyp|not found: make|g\+\+/.test(error.message)
const hasCompiler = () => compiler.every((name) => existsSync(join('/usr/bin', name)))

/** Installs Debian packages; only root can. */
export async function aptInstall(packages, onLine) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { env, onLine })
  await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env, onLine })
}

/** `npm ci`. Where no SQLite can be had ready-made it is compiled; root gets the compiler with it, others are told how. */
export async function installDependencies(detail = () => {}) {
  try {
    await npmCi().catch(async (error) => {
      if (!lacksCompiler(error) || hasCompiler() || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw error
      detail(`a compiler for SQLite: ${compiler.join(', ')}`)
      await aptInstall(compiler, detail)
      await npmCi()
    })
  } catch (error) {
    if (lacksCompiler(error) && !hasCompiler()) {
      throw new Stop(
        `SQLite has to be compiled here and no C++ compiler was found.\n  Remedy: sudo apt-get install ${compiler.join(' ')}   then run the same command again.`,
      )
    }
    throw new Stop(
      `The dependencies could not be installed:\n${error.message}\n  Remedy: check the network and the npm registry, then run the same command again.`,
    )
  }
  writeFileSync(stampFile, dependencyStamp())
}

/** Generates the database clients when the models have changed. */
export async function generateClients(onStep) {
  const stamp = join(root, 'prisma/generated/.stamp')
  const hash = hashOf(['prisma/models', 'prisma/sqlite/datasource.prisma', 'prisma/postgresql/datasource.prisma', 'package-lock.json'])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  await onStep(async () => {
    for (const url of ['file:unused.db', 'postgresql://unused']) {
      // `generate` needs no engine; a stand-in keeps it from downloading one.
      await run(process.execPath, [join(root, 'node_modules/prisma/build/index.js'), 'generate'], {
        env: { DATABASE_URL: url, PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true', CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
      })
    }
    writeFileSync(stamp, hash)
  })
}
