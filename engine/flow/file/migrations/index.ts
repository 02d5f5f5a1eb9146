import { v0ToV1 } from './v0-to-v1'

/** A document of some version as plain JSON. */
export type RawDocument = Readonly<Record<string, unknown>>

/** By the version that each starts from; it writes the next one. Total: what is not as expected is left for the schema to refuse. */
export const migrations: ReadonlyMap<number, (document: RawDocument) => RawDocument> = new Map([[0, v0ToV1]])
