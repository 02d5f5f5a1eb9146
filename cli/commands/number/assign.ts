import type { Command } from 'commander'
import { withApi } from '../../command'
import { findFlow } from '../../flow-ref'
import { print } from '../../output'

/** `patchbay number assign <number> <flow>` */
export function assignNumber(number: Command): void {
  number
    .command('assign <number> <flow>')
    .description('Let a flow answer a number')
    .option('--replace', 'take it from the flow that has it')
    .option('--label <text>', 'what the number is for')
    .action((digits: string, wanted: string, { replace, label }: { replace?: boolean; label?: string }, command: Command) =>
      withApi(command, async (api, { json }) => {
        const { id, name } = await findFlow(api, wanted)
        await api.numbers.assign.mutate({ number: digits, flowId: id, replace: replace ?? false, label })
        print(json, { number: digits, flowId: id }, () => `${digits} is answered by “${name}”`)
      }),
    )
}
