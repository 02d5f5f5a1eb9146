import type { Command } from 'commander'
import { globals, withApi } from '../../command'
import { readFlow } from '../../flow-file'
import { findFlow } from '../../flow-ref'
import { print, printProblem } from '../../output'

/** `patchbay flow import <file>` */
export function importFlow(flow: Command): void {
  flow
    .command('import <file>')
    .description('Make a flow of a document, or put the document into the draft of an existing one')
    .option('--into <flow>', 'id, name or number of the flow whose draft is replaced')
    .action((file: string, { into }: { into?: string }, command: Command) => {
      const read = readFlow(file)
      if (!read.ok) return printProblem(globals(command).json, read.error)
      const document = read.value
      return withApi(command, async (api, { json }) => {
        if (!into) {
          const made = await api.flows.create.mutate({ name: document.name, kind: document.kind, document })
          print(json, made, () => `Imported “${document.name}” as ${made.flowId}`)
          return
        }
        const { id } = await findFlow(api, into)
        const { draft } = await api.flows.get.query({ flowId: id })
        const saved = await api.flows.saveDraft.mutate({ flowId: id, document, baseRevision: draft.revision })
        print(json, { flowId: id, ...saved }, () => `Put “${document.name}” into the draft of ${id}, revision ${saved.revision}`)
      })
    })
}
