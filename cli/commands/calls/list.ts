import { type Command, Option } from 'commander'
import { type CallOutcome, callOutcomes } from '@/app/server/services/calls/filter'
import { count, moment } from '../../arguments'
import { withApi } from '../../command'
import { findFlow } from '../../flow-ref'
import { print } from '../../output'
import { listing, seconds, time } from '../../table'

interface Options {
  readonly limit: number
  readonly number?: string
  readonly flow?: string
  readonly from?: Date
  readonly to?: Date
  readonly outcome?: CallOutcome
  readonly live?: boolean
  readonly errors?: boolean
  readonly messages?: boolean
  readonly search?: string
}

const head = ['ID', 'STARTED', 'FROM', 'TO', 'FLOW', 'DURATION', 'OUTCOME']
/** The server's largest page. */
const PAGE = 200

/** `patchbay calls list` */
export function listCalls(calls: Command): void {
  calls
    .command('list')
    .description('List the latest calls')
    .option('--limit <n>', 'how many', count, 20)
    .option('--number <number>', 'only calls to this number')
    .option('--flow <flow>', 'only calls that ran this flow (id, name or number)')
    .option('--from <time>', 'only calls that began at this time or later', moment)
    .option('--to <time>', 'only calls that began before this time', moment)
    .addOption(new Option('--outcome <outcome>', 'only calls that ended so').choices(callOutcomes))
    .option('--live', 'only calls that are under way')
    .option('--errors', 'only calls with an error')
    .option('--messages', 'only calls with a message')
    .option('--search <text>', 'only calls with this in a number or the caller’s name')
    .action(({ limit, flow, live, errors, messages, ...filter }: Options, command: Command) =>
      withApi(command, async (api, { json }) => {
        const wanted = {
          ...filter,
          flowId: flow && (await findFlow(api, flow)).id,
          status: live ? ('live' as const) : undefined,
          withErrors: errors,
          withMessage: messages,
        }
        const first = await api.calls.list.query({ ...wanted, limit: Math.min(limit, PAGE) })
        const items = first.items
        for (let { nextCursor } = first; nextCursor !== null && items.length < limit; ) {
          const page = await api.calls.list.query({ ...wanted, cursor: nextCursor, limit: Math.min(limit - items.length, PAGE) })
          items.push(...page.items)
          nextCursor = page.nextCursor
        }
        const rows = items.map((c) => [
          c.interactionId,
          time(c.startedAt),
          c.fromNumber,
          c.toNumber,
          c.flowName,
          seconds(c.durationMs),
          c.errorCode ?? c.outcome ?? 'live',
        ])
        print(json, items, () => listing(head, rows, 'There are no such calls.'))
      }),
    )
}
