import type { Command } from 'commander'
import { withApi } from '../command'
import { print, table } from '../output'

const seconds = (ms: number | null) => (ms === null ? '' : `${(ms / 1000).toFixed(1)} s`)

/** `patchbay calls …` */
export function callCommands(program: Command): void {
  const calls = program.command('calls').description('Calls and their traces')

  calls
    .command('list')
    .description('List the latest calls')
    .option('--limit <n>', 'how many', Number, 20)
    .option('--number <number>', 'only calls to this number')
    .action(({ limit, number }: { limit: number; number?: string }, command: Command) =>
      withApi(command, async (api, { json }) => {
        const { items } = await api.calls.list.query({ limit, ...(number ? { number } : {}) })
        print(json, items, () =>
          table([
            ['ID', 'STARTED', 'FROM', 'TO', 'FLOW', 'DURATION', 'OUTCOME'],
            ...items.map((c) => [
              c.interactionId,
              c.startedAt.toISOString(),
              c.fromNumber,
              c.toNumber,
              c.flowName,
              seconds(c.durationMs),
              c.errorCode ?? c.outcome ?? 'live',
            ]),
          ]),
        )
        return undefined
      }),
    )

  calls
    .command('show <id>')
    .description('Show one call')
    .option('--trace', 'with every step')
    .action((id: string, { trace }: { trace?: boolean }, command: Command) =>
      withApi(command, async (api, { json }) => {
        const call = await api.calls.get.query({ interactionId: id })
        print(json, call, () => {
          const head = `${call.fromNumber} → ${call.toNumber}  ${call.startedAt.toISOString()}  ${seconds(call.durationMs)}  ${call.outcome ?? 'live'}`
          if (!trace) return head
          const steps = call.sessions.flatMap(({ steps }) => steps)
          return `${head}\n${table(steps.map((s) => [s.visit, s.path, s.type, s.outcome, seconds(s.durationMs), s.errorCode, s.output === null ? '' : JSON.stringify(s.output)]))}`
        })
        return undefined
      }),
    )
}
