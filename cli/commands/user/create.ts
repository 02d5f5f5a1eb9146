import { type Command, Option } from 'commander'
import { Role } from '@/app/server/permissions'
import { withApi } from '../../command'
import { print } from '../../output'

/** `patchbay user create <email> --name <name>` */
export function createUser(user: Command): void {
  user
    .command('create <email>')
    .description('Make an account; its password is printed once')
    .requiredOption('--name <name>', 'full name')
    .addOption(new Option('--role <role>', 'what the person may do').choices(Role.options).default('analyst'))
    .action((email: string, { name, role }: { name: string; role: Role }, command: Command) =>
      withApi(command, async (api, { json }) => {
        const made = await api.users.create.mutate({ email, name, role })
        print(json, made, () => `Made ${email} (${role})\nPassword, shown only now: ${made.password}`)
      }),
    )
}
