import type { Command } from 'commander'
import { assignNumber } from './assign'
import { listNumbers } from './list'
import { unassignNumber } from './unassign'

/** `patchbay number …` */
export function numberCommands(program: Command): void {
  const number = program.command('number').description('Numbers: which flow answers them')
  for (const add of [listNumbers, assignNumber, unassignNumber]) add(number)
}
