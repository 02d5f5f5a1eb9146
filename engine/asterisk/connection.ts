import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { errorCodes } from '../errors'

/** How the engine reaches Asterisk: written by the supervisor into `<data>/run/asterisk.json` before the engine starts. */
export const AsteriskConnection = z.discriminatedUnion('mode', [
  /** An Asterisk that the supervisor runs for this data folder. */
  z.object({
    mode: z.literal('own'),
    version: z.string(),
    /** ARI and the SIP websocket, loopback. */
    httpPort: z.number(),
    ariUser: z.string(),
    ariPassword: z.string(),
    app: z.string(),
    /** Where the engine listens for Asterisk's persistent websocket; null where that Asterisk cannot open one. */
    engineWsPort: z.number().nullable(),
    sipPort: z.number(),
    /** ARI's recordings, absolute. */
    recordingsDir: z.string(),
  }),
  /** Somebody else's, by its ARI URL. */
  z.object({ mode: z.literal('remote'), url: z.string(), ariUser: z.string(), ariPassword: z.string(), app: z.string() }),
  /** No real calls; its message says why and what to do. */
  z.object({ mode: z.literal('none'), problem: z.object({ code: z.enum(errorCodes), message: z.string() }) }),
])
export type AsteriskConnection = z.infer<typeof AsteriskConnection>

const file = (dataDir: string) => join(dataDir, 'run/asterisk.json')

/** Leaves the facts for the engine; holds a password, so 0600. */
export function writeConnection(dataDir: string, connection: AsteriskConnection): void {
  writeFileSync(`${file(dataDir)}.new`, JSON.stringify(connection), { mode: 0o600 })
  renameSync(`${file(dataDir)}.new`, file(dataDir))
}

/** The facts the supervisor left; throws when there are none, for an engine cannot run without. */
export function readConnection(dataDir: string): AsteriskConnection {
  return AsteriskConnection.parse(JSON.parse(readFileSync(file(dataDir), 'utf8')))
}
