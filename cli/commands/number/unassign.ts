import type { Command } from 'commander'
import { withApi } from '../../command'
import { print } from '../../output'

/** `patchbay number unassign <number>` */
export function unassignNumber(number: Command): void {
  number
    .command('unassign <number>')
    .description('Let nobody answer a number')
    .action((digits: string, _options, command: Command) =>
      withApi(command, async (api, { json }) => {
        await api.numbers.unassign.mutate({ number: digits })
        print(json, { number: digits }, () => `${digits} is answered by no flow`)
      }),
    )
}
