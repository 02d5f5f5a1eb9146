import { resolve } from 'node:path'
import { z } from 'zod'
import { fail, ok, type Result } from '@/engine/errors'

const Environment = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  PATCHBAY_HOST: z.string().min(1).default('0.0.0.0'),
  PATCHBAY_DATA: z.string().min(1).default('.data'),
  PATCHBAY_DEV: z.enum(['0', '1']).default('0'),
})

export interface WebEnvironment {
  readonly port: number
  readonly host: string
  /** Absolute path of the data folder. */
  readonly dataFolder: string
  readonly dev: boolean
}

/** Reads the web process's settings; `INPUT_INVALID` names the one that cannot be used. */
export function readEnvironment(env: NodeJS.ProcessEnv): Result<WebEnvironment> {
  const parsed = Environment.safeParse(env)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const field = String(issue?.path[0] ?? 'environment')
    const reason = issue?.message ?? 'not valid'
    return fail('INPUT_INVALID', `The setting ${field}=${env[field] ?? ''} cannot be used: ${reason}.`, { field, reason })
  }
  const { PORT, PATCHBAY_HOST, PATCHBAY_DATA, PATCHBAY_DEV } = parsed.data
  return ok({ port: PORT, host: PATCHBAY_HOST, dataFolder: resolve(PATCHBAY_DATA), dev: PATCHBAY_DEV === '1' })
}
