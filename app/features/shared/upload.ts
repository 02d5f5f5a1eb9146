import { z } from 'zod'
import { errorCodes, type Problem } from '@/engine/errors'

const Refusal = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

/** What an HTTP answer of ours that is not ok says; `useProblemText` words it. */
export async function problemOfResponse(response: Response): Promise<Problem> {
  const parsed = Refusal.safeParse(await response.json().catch(() => null))
  return parsed.success ? parsed.data : { code: 'UNEXPECTED', message: `HTTP ${response.status}` }
}
