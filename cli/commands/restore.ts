import { userInfo } from 'node:os'
import type { Command } from 'commander'
import { restoreBackup } from '../backup/restore'
import { globals } from '../command'
import { localConfig } from '../config'
import { exitCodes, print, printProblem } from '../output'
import { UsageError } from '../usage-error'

/** `patchbay restore <file>` */
export function restoreCommand(program: Command): void {
  program
    .command('restore <file>')
    .description('Put a backup into the data folder; what was there is kept beside it. Patchbay must not be running')
    .action(async (file: string, _options, command: Command) => {
      const options = globals(command)
      if (options.url) throw new UsageError('A backup is restored on the machine of the data folder, without --url.')
      const restored = await restoreBackup(localConfig(options), file, userInfo().username)
      if (!restored.ok) return printProblem(options.json, restored.error)
      const { createdAt, files, before, database } = restored.value
      print(options.json, restored.value, () =>
        [
          `Restored the backup of ${createdAt}, with ${files} recordings and sounds.`,
          ...(before ? [`What was there before lies in ${before}.`] : []),
          ...(database === 'postgresql' ? ['The PostgreSQL database is restored by pg_restore.'] : []),
        ].join('\n'),
      )
      process.exitCode = exitCodes.ok
    })
}
