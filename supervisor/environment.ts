import { resolve } from 'node:path'
import { z } from 'zod'
import { type AsteriskChoice, asteriskChoice } from './asterisk-choice'
import { Stop } from './stop'

const Port = z.coerce.number().int().min(1).max(65535)

const Environment = z.object({
  PORT: Port.default(3000),
  SIP_PORT: Port.default(5060),
  PATCHBAY_DATA: z.string().min(1).default('.data'),
  DATABASE_URL: z.string().min(1).optional(),
  PATCHBAY_ASTERISK: z.string().min(1).default('auto'),
})

/** What `npm start` was asked for. */
export interface StartOptions {
  readonly root: string
  readonly port: number
  readonly sipPort: number
  readonly dataDir: string
  readonly databaseUrl: string
  readonly asterisk: AsteriskChoice
}

/** Reads the environment; a bad value stops the start with a sentence. */
export function readEnvironment(root: string, env: NodeJS.ProcessEnv): StartOptions {
  const parsed = Environment.safeParse(env)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const name = String(issue?.path[0])
    throw new Stop(`${name}="${env[name]}" cannot be used: ${issue?.message}.`)
  }
  const { PORT, SIP_PORT, PATCHBAY_DATA, DATABASE_URL, PATCHBAY_ASTERISK } = parsed.data
  const dataDir = resolve(root, PATCHBAY_DATA)
  return {
    root,
    port: PORT,
    sipPort: SIP_PORT,
    dataDir,
    databaseUrl: DATABASE_URL ?? `file:${dataDir}/patchbay.db`,
    asterisk: asteriskChoice(PATCHBAY_ASTERISK),
  }
}
