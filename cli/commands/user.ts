import type { Command } from 'commander'
import { Role } from '@/app/server/permissions'
import { withApi } from '../command'
import { UsageError } from '../flow-ref'
import { print, table } from '../output'

/** `patchbay user …` */
export function userCommands(program: Command): void {
  const user = program.command('user').description('Accounts')

  user
    .command('list')
    .description('List all accounts')
    .action((_options, command: Command) =>
      withApi(command, async (api, { json }) => {
        const users = await api.users.list.query()
        print(json, users, () => table([['EMAIL', 'NAME', 'ROLE'], ...users.map((u) => [u.email, u.name, u.role])]))
        return undefined
      }),
    )

  user
    .command('create <email>')
    .description('Make an account; its password is printed once')
    .requiredOption('--name <name>', 'full name')
    .option('--role <role>', Role.options.join(', '), 'analyst')
    .action((email: string, { name, role }: { name: string; role: string }, command: Command) =>
      withApi(command, async (api, { json }) => {
        const known = Role.safeParse(role)
        if (!known.success) throw new UsageError(`There is no role “${role}”; choose one of ${Role.options.join(', ')}.`)
        const made = await api.users.create.mutate({ email, name, role: known.data })
        print(json, made, () => `Made ${email} (${role})\nPassword, shown only now: ${made.password}`)
        return undefined
      }),
    )

  user
    .command('reset-password <email>')
    .description('Give an account a new password, printed once')
    .action((email: string, _options, command: Command) =>
      withApi(command, async (api, { json }) => {
        const found = (await api.users.list.query()).find((u) => u.email === email.toLowerCase())
        if (!found) throw new UsageError(`There is no account ${email}.`)
        const made = await api.users.resetPassword.mutate({ userId: found.id })
        print(json, made, () => `Password, shown only now: ${made.password}`)
        return undefined
      }),
    )
}
