import type { Command } from 'commander'
import { exportFlow } from './export'
import { importFlow } from './import'
import { listFlows } from './list'
import { publishFlow } from './publish'
import { rollBack } from './rollback'
import { validateFlows } from './validate'
import { listVersions } from './versions'

/** `patchbay flow …` */
export function flowCommands(program: Command): void {
  const flow = program.command('flow').description('Flows: import, export, validate, publish, versions')
  for (const add of [listFlows, importFlow, exportFlow, validateFlows, publishFlow, listVersions, rollBack]) add(flow)
}
