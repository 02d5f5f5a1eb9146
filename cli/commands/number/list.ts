import type { Command } from 'commander'
import { withApi } from '../../command'
import { print } from '../../output'
import { listing } from '../../table'

/** `patchbay number list` */
export function listNumbers(number: Command): void {
  number
    .command('list')
    .description('List all numbers')
    .action((_options, command: Command) =>
      withApi(command, async (api, { json }) => {
        const numbers = await api.numbers.list.query()
        const rows = numbers.map((n) => [n.number, n.flowName, n.label])
        print(json, numbers, () => listing(['NUMBER', 'FLOW', 'LABEL'], rows, 'No flow answers a number yet.'))
      }),
    )
}
