import type { Command } from 'commander'
import { listCalls } from './list'
import { showCall } from './show'

/** `patchbay calls …` */
export function callCommands(program: Command): void {
  const calls = program.command('calls').description('Calls and their traces')
  for (const add of [listCalls, showCall]) add(calls)
}
