import type { Command } from 'commander'
import { withApi } from '../../command'
import { print } from '../../output'
import { seconds, table, time } from '../../table'

/** `patchbay calls show <id> [--trace]` */
export function showCall(calls: Command): void {
  calls
    .command('show <id>')
    .description('Show one call')
    .option('--trace', 'with every step')
    .action((interactionId: string, { trace }: { trace?: boolean }, command: Command) =>
      withApi(command, async (api, { json }) => {
        const call = await api.calls.get.query({ interactionId })
        print(json, call, () => {
          const from = call.fromName ? `${call.fromNumber} (${call.fromName})` : call.fromNumber
          const facts = table([
            ['Call', `${from} → ${call.toNumber}`],
            ['Started', time(call.startedAt)],
            ['Duration', seconds(call.durationMs)],
            ['Flow', call.flowName ? `${call.flowName}, version ${call.versionNumber}` : 'none'],
            ['Outcome', [call.outcome ?? 'live', call.errorCode].filter(Boolean).join(', ')],
            ...call.recordings.map((recording) => ['Message', `${seconds(recording.durationMs)} at ${recording.nodePath}`]),
          ])
          if (!trace) return facts
          const steps = call.sessions.flatMap((session) => session.steps)
          const rows = steps.map((s) => [
            s.visit,
            s.path,
            s.type,
            s.outcome ?? '…',
            seconds(s.durationMs),
            s.errorCode,
            shown(s.input),
            shown(s.output),
          ])
          return `${facts}\n\n${table([['STEP', 'NODE', 'TYPE', 'OUTCOME', 'DURATION', 'ERROR', 'INPUT', 'OUTPUT'], ...rows])}`
        })
      }),
    )
}

function shown(value: unknown): string {
  return value === null ? '' : JSON.stringify(value)
}
