import type { Command } from 'commander'
import { withApi } from '../command'
import { findFlow } from '../flow-ref'
import { print, table } from '../output'

/** `patchbay number …` */
export function numberCommands(program: Command): void {
  const number = program.command('number').description('Numbers: which flow answers them')

  number
    .command('list')
    .description('List all numbers')
    .action((_options, command: Command) =>
      withApi(command, async (api, { json }) => {
        const numbers = await api.numbers.list.query()
        print(json, numbers, () => table([['NUMBER', 'FLOW', 'LABEL'], ...numbers.map((n) => [n.number, n.flowName, n.label])]))
        return undefined
      }),
    )

  number
    .command('assign <number> <flow>')
    .description('Let a flow answer a number')
    .option('--replace', 'take it from the flow that has it')
    .action((digits: string, wanted: string, { replace }: { replace?: boolean }, command: Command) =>
      withApi(command, async (api, { json }) => {
        const { id, name } = await findFlow(api, wanted)
        await api.numbers.assign.mutate({ number: digits, flowId: id, replace: replace ?? false })
        print(json, { number: digits, flowId: id }, () => `${digits} is answered by “${name}”`)
        return undefined
      }),
    )

  number
    .command('unassign <number>')
    .description('Let nobody answer a number')
    .action((digits: string, _options, command: Command) =>
      withApi(command, async (api, { json }) => {
        await api.numbers.unassign.mutate({ number: digits })
        print(json, { number: digits }, () => `${digits} is answered by no flow`)
        return undefined
      }),
    )
}
