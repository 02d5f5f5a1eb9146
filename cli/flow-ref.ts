import type { Api } from './api'
import { UsageError } from './usage-error'

/** A flow by its id, its exact name, or a number that it answers. */
export async function findFlow(api: Api, wanted: string): Promise<{ readonly id: string; readonly name: string }> {
  const flows = await api.flows.list.query()
  const byId = flows.find(({ id }) => id === wanted)
  if (byId) return byId
  const named = flows.filter(({ name, numbers }) => name === wanted || numbers.includes(wanted))
  const [only] = named
  if (only && named.length === 1) return only
  throw new UsageError(
    named.length > 1 ? `${named.length} flows are called “${wanted}”; give the id instead.` : `There is no flow “${wanted}”.`,
  )
}

/** A version of a flow by its number. */
export async function findVersion(api: Api, flow: { readonly id: string; readonly name: string }, number: string) {
  const version = (await api.flows.versions.query({ flowId: flow.id })).find((v) => v.number === Number(number))
  if (!version) throw new UsageError(`“${flow.name}” has no version ${number}.`)
  return version
}
