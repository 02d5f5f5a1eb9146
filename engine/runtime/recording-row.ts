import { isAbsolute, relative } from 'node:path'
import type { RecordingRow } from '@/engine/store'
import type { RuntimeParts } from './parts'

/** The row of a message. Its file is relative to the data folder where it lies inside; empty where the server's disk is not ours. */
export function recordingRow(
  { telephony, dataFolder, clock }: Pick<RuntimeParts, 'telephony' | 'dataFolder' | 'clock'>,
  id: string,
  durationMs: number,
  where: Pick<RecordingRow, 'interactionId' | 'sessionId' | 'nodePath'>,
): RecordingRow {
  const file = telephony.recordingFile(id) ?? ''
  const inside = dataFolder && file ? relative(dataFolder, file) : file
  return { id, ...where, file: inside.startsWith('..') || isAbsolute(inside) ? file : inside, durationMs, createdAt: clock.now() }
}
