import type { Command } from 'commander'
import { withApi } from '../../command'
import { print } from '../../output'
import { listing, time } from '../../table'

const head = ['ID', 'NAME', 'KIND', 'STATE', 'VERSION', 'NUMBERS', 'CHANGED']

/** `patchbay flow list` */
export function listFlows(flow: Command): void {
  flow
    .command('list')
    .description('List all flows')
    .action((_options, command: Command) =>
      withApi(command, async (api, { json }) => {
        const flows = await api.flows.list.query()
        const rows = flows.map((f) => [f.id, f.name, f.kind, f.state, f.liveVersion, f.numbers.join(' '), time(f.changedAt)])
        print(json, flows, () => listing(head, rows, 'There are no flows.'))
      }),
    )
}
