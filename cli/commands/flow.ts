import { readFileSync, writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import { formatDocument, parseDocument } from '@/engine/flow'
import { withApi } from '../command'
import { findFlow, UsageError } from '../flow-ref'
import { exitCodes, print, table } from '../output'
import { validateFile } from '../validate-file'

function readFlow(file: string) {
  const parsed = parseDocument(readFileSync(file, 'utf8'))
  if (!parsed.ok) throw new UsageError(`${file}: ${parsed.error.code} ${parsed.error.message}`)
  return parsed.value.document
}

/** `patchbay flow …` */
export function flowCommands(program: Command): void {
  const flow = program.command('flow').description('Flows: import, export, validate, publish, versions')

  flow
    .command('list')
    .description('List all flows')
    .action((_options, command: Command) =>
      withApi(command, async (api, { json }) => {
        const flows = await api.flows.list.query()
        print(json, flows, () =>
          table([
            ['ID', 'NAME', 'KIND', 'STATE', 'VERSION', 'NUMBERS'],
            ...flows.map((f) => [f.id, f.name, f.kind, f.state, f.liveVersion, f.numbers.join(' ')]),
          ]),
        )
        return undefined
      }),
    )

  flow
    .command('import <file>')
    .description('Make a flow of a document, or put the document into the draft of an existing one')
    .option('--into <flow>', 'id or name of the flow whose draft is replaced')
    .action((file: string, { into }: { into?: string }, command: Command) =>
      withApi(command, async (api, { json }) => {
        const document = readFlow(file)
        if (!into) {
          const made = await api.flows.create.mutate({ name: document.name, kind: document.kind, document })
          print(json, made, () => `Imported “${document.name}” as ${made.flowId}`)
          return undefined
        }
        const { id } = await findFlow(api, into)
        const { draft } = await api.flows.get.query({ flowId: id })
        const saved = await api.flows.saveDraft.mutate({ flowId: id, document, baseRevision: draft.revision })
        print(json, { flowId: id, ...saved }, () => `Put “${document.name}” into the draft of ${id}, revision ${saved.revision}`)
        return undefined
      }),
    )

  flow
    .command('export <flow> [file]')
    .description('Write a flow’s draft, or a version, as a document')
    .option('--version-number <n>', 'a published version instead of the draft', Number)
    .action((wanted: string, file: string | undefined, { versionNumber }: { versionNumber?: number }, command: Command) =>
      withApi(command, async (api) => {
        const { id } = await findFlow(api, wanted)
        const text = formatDocument(
          versionNumber === undefined
            ? (await api.flows.get.query({ flowId: id })).draft.document
            : await versionOf(api, id, versionNumber),
        )
        if (file) writeFileSync(file, text)
        else process.stdout.write(text)
        return undefined
      }),
    )

  flow
    .command('validate <files...>')
    .description('Check documents as the editor does; needs no running Patchbay')
    .action((files: string[], _options, command: Command) => {
      const { json } = command.optsWithGlobals<{ json: boolean }>()
      process.exitCode = validateFiles(files, json)
    })

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
        return undefined
      }),
    )

  flow
    .command('versions <flow>')
    .description('List the published versions of a flow')
    .action((wanted: string, _options, command: Command) =>
      withApi(command, async (api, { json }) => {
        const versions = await api.flows.versions.query({ flowId: (await findFlow(api, wanted)).id })
        print(json, versions, () =>
          table([
            ['VERSION', 'LIVE', 'PUBLISHED', 'BY', 'CALLS', 'NOTE'],
            ...versions.map((v) => [v.number, v.live ? 'live' : '', v.createdAt.toISOString(), v.createdBy, v.calls, v.note]),
          ]),
        )
        return undefined
      }),
    )

  flow
    .command('rollback <flow> <version>')
    .description('Let calls run an older (or newer) published version')
    .action((wanted: string, number: string, _options, command: Command) =>
      withApi(command, async (api, { json }) => {
        const { id, name } = await findFlow(api, wanted)
        const version = (await api.flows.versions.query({ flowId: id })).find((v) => v.number === Number(number))
        if (!version) throw new UsageError(`“${name}” has no version ${number}.`)
        await api.flows.goLive.mutate({ flowId: id, versionId: version.versionId })
        print(json, { flowId: id, live: version.number }, () => `Calls to “${name}” now run version ${version.number}`)
        return undefined
      }),
    )
}

async function versionOf(api: Parameters<Parameters<typeof withApi>[1]>[0], flowId: string, number: number) {
  const version = (await api.flows.versions.query({ flowId })).find((v) => v.number === number)
  if (!version) throw new UsageError(`The flow has no version ${number}.`)
  return (await api.flows.version.query({ versionId: version.versionId })).document
}

function validateFiles(files: readonly string[], json: boolean): number {
  const checked = files.map(validateFile)
  const findings = checked.reduce((count, { errors }) => count + errors, 0)
  print(
    json,
    checked.map(({ file, problem, diagnostics }) => ({ file, problem, diagnostics })),
    () =>
      [...checked.flatMap(({ lines }) => lines), `${files.length} checked, ${findings} ${findings === 1 ? 'error' : 'errors'}`].join('\n'),
  )
  return findings > 0 ? exitCodes.findings : exitCodes.ok
}
