import type { Command } from 'commander'
import { withApi } from '../../command'
import { findFlow, findVersion } from '../../flow-ref'
import { print } from '../../output'

/** `patchbay flow rollback <flow> <version>` */
export function rollBack(flow: Command): void {
  flow
    .command('rollback <flow> <version>')
    .description('Let calls run an older (or newer) published version')
    .action((wanted: string, number: string, _options, command: Command) =>
      withApi(command, async (api, { json }) => {
        const found = await findFlow(api, wanted)
        const version = await findVersion(api, found, number)
        await api.flows.goLive.mutate({ flowId: found.id, versionId: version.versionId })
        print(json, { flowId: found.id, live: version.number }, () => `Calls to “${found.name}” now run version ${version.number}`)
      }),
    )
}
