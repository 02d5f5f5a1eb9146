import type { Command } from 'commander'
import { withApi } from '../../command'
import { findFlow } from '../../flow-ref'
import { print } from '../../output'

/** `patchbay flow publish <flow>` */
export function publishFlow(flow: Command): void {
  flow
    .command('publish <flow>')
    .description('Publish the draft as a new version and let calls run it')
    .option('-m, --note <text>', 'what changed', '')
    .action((wanted: string, { note }: { note: string }, command: Command) =>
      withApi(command, async (api, { json }) => {
        const { id, name } = await findFlow(api, wanted)
        const { draft } = await api.flows.get.query({ flowId: id })
        const published = await api.flows.publish.mutate({ flowId: id, revision: draft.revision, note })
        print(json, published, () => `Published “${name}” as version ${published.number}`)
      }),
    )
}
