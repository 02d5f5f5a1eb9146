#!/usr/bin/env node
// `npx patchbay …`: the command line's bundle, which `npm start` builds.
import { existsSync } from 'node:fs'

const bundle = new URL('../dist/cli.mjs', import.meta.url)
if (existsSync(bundle)) await import(bundle.href)
else {
  console.error('The command line has not been built yet.\n  Remedy: run npm start once, or npm run build.')
  process.exitCode = 2
}
