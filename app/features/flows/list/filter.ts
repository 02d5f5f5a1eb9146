import { matching } from '@/app/features/shared/search'
import type { Outputs } from '@/app/features/shared/trpc'

export type FlowRow = Outputs['flows']['list'][number]

/** Tabs over the list. */
export const stateFilters = ['all', 'live', 'changed', 'draft', 'module'] as const
export type StateFilter = (typeof stateFilters)[number]

/** Flows whose name, number or last author holds every word of the search, and that the tab wants. */
export function filterFlows(flows: readonly FlowRow[], { search, state }: { search: string; state: StateFilter }): readonly FlowRow[] {
  const inTab = flows.filter((flow) => (state === 'module' ? flow.kind === 'module' : state === 'all' || flow.state === state))
  return matching(inTab, search, (flow) => [flow.name, ...flow.numbers, flow.changedBy ?? ''])
}
