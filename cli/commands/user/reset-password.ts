import type { Command } from 'commander'
import { withApi } from '../../command'
import { print } from '../../output'
import { UsageError } from '../../usage-error'

/** `patchbay user reset-password <email>` */
export function resetPassword(user: Command): void {
  user
    .command('reset-password <email>')
    .description('Give an account a new password, printed once, and sign it out everywhere')
    .action((email: string, _options, command: Command) =>
      withApi(command, async (api, { json }) => {
        const found = (await api.users.list.query()).find((u) => u.email === email.toLowerCase())
        if (!found) throw new UsageError(`There is no account ${email}.`)
        const made = await api.users.resetPassword.mutate({ userId: found.id })
        print(json, made, () => `Password, shown only now: ${made.password}`)
      }),
    )
}
