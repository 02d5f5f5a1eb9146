import type { Api } from './api'

/** A flow by its id or its exact name. */
export async function findFlow(api: Api, wanted: string): Promise<{ readonly id: string; readonly name: string }> {
  const flows = await api.flows.list.query()
  const byId = flows.find(({ id }) => id === wanted)
  if (byId) return byId
  const named = flows.filter(({ name }) => name === wanted)
  const [only] = named
  if (only && named.length === 1) return only
  throw new UsageError(
    named.length > 1 ? `${named.length} flows are called “${wanted}”; give the id instead.` : `There is no flow “${wanted}”.`,
  )
}

/** What was asked for cannot be meant: exit code 2. */
export class UsageError extends Error {}
