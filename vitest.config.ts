import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '')
const exclude = ['node_modules/**', '.next/**', 'dist/**', '.data/**']

/** What a test puts in the place of a module stays there for all files of its process: such files get processes of their own. */
const replacing = readdirSync(join(root, 'app'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.test\.tsx?$/.test(name))
  .map((name) => `app/${name}`)
  .filter((file) => /\bvi\.(mock|doMock)\(/.test(readFileSync(join(root, file), 'utf8')))

// Pure and fake-backed tests; React components; those of them that replace modules; and what needs Asterisk, SIPp or other processes.
export default defineConfig({
  resolve: { alias: { '@': root } },
  test: {
    // Ends what hangs; how long a test takes on a busy machine is not what it tests.
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...exclude, ...replacing, '**/*.integration.test.ts', 'e2e/**/*.spec.ts'],
          environment: 'node',
          // Loading the same modules for each file anew takes longer than the tests.
          isolate: false,
          // Half of the time is spent waiting, and by default one core is left idle.
          maxWorkers: '100%',
        },
      },
      {
        extends: true,
        test: {
          name: 'ui',
          include: ['**/*.test.tsx'],
          exclude: [...exclude, ...replacing],
          environment: 'happy-dom',
          setupFiles: ['app/ui/testing/clean-up.ts'],
          isolate: false,
          maxWorkers: '100%',
          // After one another: a process is shared only by files of one project that follow each other.
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'ui-alone',
          include: replacing,
          exclude,
          environment: 'happy-dom',
          setupFiles: ['app/ui/testing/clean-up.ts'],
          maxWorkers: '100%',
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['**/*.integration.test.ts'],
          exclude,
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
