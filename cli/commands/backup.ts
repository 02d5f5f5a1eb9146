import type { Command } from 'commander'
import { createBackup } from '../backup/create'
import { globals } from '../command'
import { existingConfig } from '../config'
import { exitCodes, print, printProblem } from '../output'
import { UsageError } from '../usage-error'

/** `patchbay backup <file>` */
export function backupCommand(program: Command): void {
  program
    .command('backup <file>')
    .description('Write database, keys, recordings and sounds into one file (tar.gz), also while Patchbay runs')
    .action(async (file: string, _options, command: Command) => {
      const options = globals(command)
      if (options.url) throw new UsageError('A backup is made on the machine of the data folder, without --url.')
      const made = await createBackup(existingConfig(options), file)
      if (!made.ok) return printProblem(options.json, made.error)
      const { bytes, database, files } = made.value
      print(options.json, made.value, () =>
        [
          `Wrote ${file}: ${size(bytes)}, ${files} recordings and sounds. It holds keys: keep it where nobody else reads it.`,
          ...(database === 'postgresql' ? ['The PostgreSQL database is not in it: back that up with pg_dump.'] : []),
        ].join('\n'),
      )
      process.exitCode = exitCodes.ok
    })
}

function size(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
}
