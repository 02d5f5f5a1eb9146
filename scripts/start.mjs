// `npm start`: everything on a fresh machine. This file needs nothing but Node; once the programs are built it hands over to the supervisor.
import { dependenciesAreCurrent, generateClients, installDependencies } from './lib/install.mjs'
import { nodeTooOld } from './lib/node-version.mjs'
import { Stop, step } from './lib/progress.mjs'
import { root } from './lib/stamp.mjs'

try {
  const tooOld = nodeTooOld(process.versions.node)
  if (tooOld) throw new Stop(tooOld)
  process.chdir(root)
  console.log('Patchbay')
  if (!dependenciesAreCurrent()) await step('Installing dependencies', installDependencies)
  await generateClients((work) => step('Generating database clients', work))
  const { build } = await import('./build.mjs')
  await step('Building', (detail) =>
    build(undefined, (part) => detail(part === 'programs' ? 'engine, web server and command line' : 'web pages')),
  )
  const { start } = await import(`${root}/dist/supervisor.mjs`)
  await start({ root, step })
} catch (error) {
  console.error(`\n${error instanceof Stop || error?.name === 'Stop' ? error.message : (error?.stack ?? error)}`)
  process.exit(1)
}
