import { writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import { formatDocument } from '@/engine/flow'
import { withApi } from '../../command'
import { findFlow, findVersion } from '../../flow-ref'
import { print } from '../../output'

/** `patchbay flow export <flow> [file]` */
export function exportFlow(flow: Command): void {
  flow
    .command('export <flow> [file]')
    .description('Write a flow’s draft, or a version, as a document')
    .option('--version-number <n>', 'a published version instead of the draft')
    .action((wanted: string, file: string | undefined, { versionNumber }: { versionNumber?: string }, command: Command) =>
      withApi(command, async (api, { json }) => {
        const found = await findFlow(api, wanted)
        const { document } =
          versionNumber === undefined
            ? (await api.flows.get.query({ flowId: found.id })).draft
            : await api.flows.version.query({ versionId: (await findVersion(api, found, versionNumber)).versionId })
        // The document is JSON already; without a file it is the output, with `--json` or without.
        if (!file) {
          process.stdout.write(formatDocument(document))
          return
        }
        writeFileSync(file, formatDocument(document))
        print(json, { flowId: found.id, file }, () => `Wrote “${document.name}” to ${file}`)
      }),
    )
}
