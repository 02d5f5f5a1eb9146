import { z } from 'zod'
import type { Inputs } from '@/app/features/shared/trpc'

export const outcomes = ['completed', 'hung-up', 'transferred', 'failed'] as const
export const periods = ['today', 'week', 'month', 'custom'] as const
const day = z.iso.date()

/** The filters of the calls page as they stand in its address. What an address holds that is no filter is ignored. */
const Filters = z.object({
  period: z.enum(periods).optional().catch(undefined),
  /** First and last day (local) of `custom`. */
  from: day.optional().catch(undefined),
  to: day.optional().catch(undefined),
  flow: z.string().min(1).max(64).optional().catch(undefined),
  number: z
    .string()
    .regex(/^\+?[0-9*#]{1,32}$/)
    .optional()
    .catch(undefined),
  outcome: z
    .enum(['live', ...outcomes])
    .optional()
    .catch(undefined),
  errors: z.literal('1').optional().catch(undefined),
  message: z.literal('1').optional().catch(undefined),
  q: z.string().min(1).max(80).optional().catch(undefined),
})
export type CallFilters = z.infer<typeof Filters>

/** Reads `?period=week&flow=…`. */
export function filtersOf(query: URLSearchParams): CallFilters {
  return Filters.parse(Object.fromEntries(query))
}

/** Writes them back, the empty ones left out: `''` or `'?period=week'`. */
export function queryOf(filters: CallFilters): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(filters)) if (value) query.set(key, value)
  const text = query.toString()
  return text && `?${text}`
}

/** What the API is asked; `now` decides what today is, days are those of the reader's time zone. */
export function listInput(filters: CallFilters, now: Date): Omit<Inputs['calls']['list'], 'cursor' | 'limit'> {
  const { flow, number, outcome, errors, message, q } = filters
  return {
    ...periodOf(filters, now),
    ...(flow ? { flowId: flow } : {}),
    ...(number ? { number } : {}),
    ...(outcome === 'live' ? { status: 'live' as const } : outcome ? { outcome } : {}),
    ...(errors ? { withErrors: true } : {}),
    ...(message ? { withMessage: true } : {}),
    ...(q ? { search: q } : {}),
  }
}

function periodOf({ period, from, to }: CallFilters, now: Date): { from?: Date; to?: Date } {
  const midnight = (daysAgo: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysAgo)
  switch (period) {
    case undefined:
      return {}
    case 'today':
      return { from: midnight(0) }
    case 'week':
      return { from: midnight(6) }
    case 'month':
      return { from: midnight(29) }
    case 'custom':
      return { ...(from ? { from: localDay(from, 0) } : {}), ...(to ? { to: localDay(to, 1) } : {}) }
  }
}

/** Midnight, local, of an ISO day, some days later. */
function localDay(iso: string, later: number): Date {
  const [year = 0, month = 1, date = 1] = iso.split('-').map(Number)
  return new Date(year, month - 1, date + later)
}
