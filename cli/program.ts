import { Command, CommanderError } from 'commander'
import { backupCommand } from './commands/backup'
import { callCommands } from './commands/calls'
import { flowCommands } from './commands/flow'
import { numberCommands } from './commands/number'
import { restoreCommand } from './commands/restore'
import { userCommands } from './commands/user'
import { exitCodes } from './output'
import { UsageError } from './usage-error'

function createProgram(): Command {
  const program = new Command('patchbay')
    .description('Patchbay from the command line: on the machine of the data folder, or from elsewhere with --url and a token')
    .option('--json', 'print JSON', false)
    .option('--data <folder>', 'data folder (default: PATCHBAY_DATA, else .data)')
    .option('--url <url>', 'a Patchbay elsewhere', process.env.PATCHBAY_URL)
    .option('--token <token>', 'an API token of it')
    .showHelpAfterError()
    .exitOverride()
  // Not a default: help would print it.
  program.hook('preAction', (command) => {
    if (command.opts().token === undefined) command.setOptionValue('token', process.env.PATCHBAY_TOKEN)
  })
  for (const add of [flowCommands, numberCommands, callCommands, userCommands, backupCommand, restoreCommand]) add(program)
  for (const group of program.commands) for (const command of [group, ...group.commands]) command.exitOverride()
  return program
}

/** Runs one command line (without `node` and the program's name); the exit code is left in `process.exitCode`. */
export async function run(args: readonly string[]): Promise<void> {
  try {
    await createProgram().parseAsync(args, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exitCodes.ok : exitCodes.usage
    else if (error instanceof UsageError || isFileError(error)) {
      process.stderr.write(`${error.message}\n`)
      process.exitCode = exitCodes.usage
    } else throw error
  }
}

function isFileError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && ['ENOENT', 'EISDIR', 'EACCES', 'ENOTDIR'].includes(String(error.code))
}
