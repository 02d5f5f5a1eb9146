import { Command, CommanderError } from 'commander'
import { callCommands } from './commands/calls'
import { flowCommands } from './commands/flow'
import { numberCommands } from './commands/number'
import { userCommands } from './commands/user'
import { UsageError } from './flow-ref'
import { exitCodes } from './output'

const program = new Command('patchbay')
  .description('Patchbay from the command line: on the machine of the data folder, or from elsewhere with --url and a token')
  .option('--json', 'print JSON', false)
  .option('--data <folder>', 'data folder (default: PATCHBAY_DATA, else .data)')
  .option('--url <url>', 'a Patchbay elsewhere', process.env.PATCHBAY_URL)
  .option('--token <token>', 'an API token of it', process.env.PATCHBAY_TOKEN)
  .showHelpAfterError()
  .exitOverride()

for (const add of [flowCommands, numberCommands, callCommands, userCommands]) add(program)
for (const group of program.commands) for (const command of [group, ...group.commands]) command.exitOverride()

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exitCodes.ok : exitCodes.usage
  else if (error instanceof UsageError || isMissingFile(error)) {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = exitCodes.usage
  } else throw error
}

function isMissingFile(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
