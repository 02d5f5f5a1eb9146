import type { Command } from 'commander'
import { type Api, openApi, type Target } from './api'
import { diagnosticLine, exitCodes, refusal } from './output'

/** Options that every command has. */
export interface GlobalOptions extends Target {
  readonly json: boolean
}

export function globals(command: Command): GlobalOptions {
  return command.optsWithGlobals<GlobalOptions>()
}

/** Runs a command's work on the API, and turns a refusal into a sentence and an exit code. */
export async function withApi(command: Command, work: (api: Api, options: GlobalOptions) => Promise<number | undefined>): Promise<void> {
  const options = globals(command)
  const { api, close } = openApi(options)
  try {
    process.exitCode = (await work(api, options)) ?? exitCodes.ok
  } catch (error) {
    const refused = refusal(error)
    if (!refused) throw error
    const { problem, diagnostics } = refused
    if (options.json) process.stdout.write(`${JSON.stringify({ error: problem, diagnostics }, null, 2)}\n`)
    else
      process.stderr.write(
        `${[...diagnostics.map((found) => diagnosticLine('flow', found)), `${problem.code}: ${problem.message}`].join('\n')}\n`,
      )
    process.exitCode = exitCodes.findings
  } finally {
    await close()
  }
}
