import type { Command } from 'commander'
import { withApi } from '../../command'
import { print } from '../../output'
import { listing, time } from '../../table'

/** `patchbay user list` */
export function listUsers(user: Command): void {
  user
    .command('list')
    .description('List all accounts')
    .action((_options, command: Command) =>
      withApi(command, async (api, { json }) => {
        const users = await api.users.list.query()
        const rows = users.map((u) => [u.email, u.name, u.role, u.disabled ? 'disabled' : '', time(u.lastSeenAt)])
        print(json, users, () => listing(['EMAIL', 'NAME', 'ROLE', 'STATE', 'LAST SEEN'], rows, 'There are no accounts.'))
      }),
    )
}
