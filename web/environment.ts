import { resolve } from 'node:path'
import { z } from 'zod'

const Environment = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  PATCHBAY_HOST: z.string().default('0.0.0.0'),
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

/** Reads the web process's settings; throws a ZodError that names the bad one. */
export function readEnvironment(env: NodeJS.ProcessEnv): WebEnvironment {
  const { PORT, PATCHBAY_HOST, PATCHBAY_DATA, PATCHBAY_DEV } = Environment.parse(env)
  return { port: PORT, host: PATCHBAY_HOST, dataFolder: resolve(PATCHBAY_DATA), dev: PATCHBAY_DEV === '1' }
}
