import type { Command } from 'commander'
import { check } from '@/engine/compiler'
import { nodeDefinitions } from '@/nodes/registry.schema'
import { type GlobalOptions, globals, withApi } from '../../command'
import { hasInstallation } from '../../config'
import { exitCodes, print } from '../../output'
import { type CheckedFile, type CheckFlow, validateFile } from '../../validate-file'

/** What only an installation knows (modules, secrets, sounds) is taken as it is. */
const alone: CheckFlow = async (document) =>
  check(document, nodeDefinitions, { flowId: null, modules: 'unknown', secrets: 'unknown', sounds: 'unknown' })

/** `patchbay flow validate <files…>`: against the installation of the data folder where there is one, else by themselves. */
export function validateFlows(flow: Command): void {
  flow
    .command('validate <files...>')
    .description('Check documents as the editor does; without an installation, its modules, secrets and sounds are not asked for')
    .option('--offline', 'ask no installation, though there is one', false)
    .action((files: string[], { offline }: { offline: boolean }, command: Command) => {
      const options = globals(command)
      if (offline || !(options.url || hasInstallation(options))) return validateAll(files, options, alone)
      return withApi(command, (api) => validateAll(files, options, (document) => api.flows.validate.mutate({ document })))
    })
}

async function validateAll(files: readonly string[], { json }: GlobalOptions, checkFlow: CheckFlow): Promise<void> {
  const checked: CheckedFile[] = []
  for (const file of files) checked.push(await validateFile(file, checkFlow))
  const errors = checked.reduce((sum, file) => sum + file.errors, 0)
  const summary = `${files.length} checked, ${errors} ${errors === 1 ? 'error' : 'errors'}`
  print(
    json,
    checked.map(({ file, problem, diagnostics }) => ({ file, problem, diagnostics })),
    () => [...checked.flatMap(({ lines }) => lines), summary].join('\n'),
  )
  process.exitCode = errors > 0 ? exitCodes.findings : exitCodes.ok
}
