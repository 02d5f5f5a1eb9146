import type { Command } from 'commander'
import { createUser } from './create'
import { listUsers } from './list'
import { resetPassword } from './reset-password'

/** `patchbay user …` */
export function userCommands(program: Command): void {
  const user = program.command('user').description('Accounts')
  for (const add of [listUsers, createUser, resetPassword]) add(user)
}
