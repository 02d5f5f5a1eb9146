import type { Command } from 'commander'
import { withApi } from '../../command'
import { findFlow } from '../../flow-ref'
import { print } from '../../output'
import { listing, time } from '../../table'

const head = ['VERSION', 'LIVE', 'PUBLISHED', 'BY', 'CALLS', 'NOTE']

/** `patchbay flow versions <flow>` */
export function listVersions(flow: Command): void {
  flow
    .command('versions <flow>')
    .description('List the published versions of a flow')
    .action((wanted: string, _options, command: Command) =>
      withApi(command, async (api, { json }) => {
        const { id, name } = await findFlow(api, wanted)
        const versions = await api.flows.versions.query({ flowId: id })
        const rows = versions.map((v) => [v.number, v.live ? 'live' : '', time(v.createdAt), v.createdBy, v.calls, v.note])
        print(json, versions, () => listing(head, rows, `“${name}” has not been published yet.`))
      }),
    )
}
