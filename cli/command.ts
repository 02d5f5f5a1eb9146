import type { Command } from 'commander'
import { type Api, openApi, type Target } from './api'
import { exitCodes, printProblem, refusal } from './output'

/** Options that every command has. */
export interface GlobalOptions extends Target {
  readonly json: boolean
}

export function globals(command: Command): GlobalOptions {
  return command.optsWithGlobals<GlobalOptions>()
}

/** Runs a command's work on the API, and turns a refusal into a sentence and an exit code. */
export async function withApi(command: Command, work: (api: Api, options: GlobalOptions) => Promise<void>): Promise<void> {
  const options = globals(command)
  const { api, close } = openApi(options)
  try {
    process.exitCode = exitCodes.ok
    await work(api, options)
  } catch (error) {
    const refused = refusal(error)
    if (!refused) throw error
    printProblem(options.json, refused.problem, refused.diagnostics)
  } finally {
    await close()
  }
}
