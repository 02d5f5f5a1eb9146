import type { Command } from 'commander'
import { globals } from '../../command'
import { exitCodes, print } from '../../output'
import { validateFile } from '../../validate-file'

/** `patchbay flow validate <files…>`: needs neither a database nor a running Patchbay. */
export function validateFlows(flow: Command): void {
  flow
    .command('validate <files...>')
    .description('Check documents as the editor does; needs no running Patchbay')
    .action((files: string[], _options, command: Command) => {
      const checked = files.map(validateFile)
      const errors = checked.reduce((sum, file) => sum + file.errors, 0)
      const summary = `${files.length} checked, ${errors} ${errors === 1 ? 'error' : 'errors'}`
      print(
        globals(command).json,
        checked.map(({ file, problem, diagnostics }) => ({ file, problem, diagnostics })),
        () => [...checked.flatMap(({ lines }) => lines), summary].join('\n'),
      )
      process.exitCode = errors > 0 ? exitCodes.findings : exitCodes.ok
    })
}
