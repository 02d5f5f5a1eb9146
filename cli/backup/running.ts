import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import type { RuntimeConfig } from '@/app/server/runtime-config'

const Running = z.object({ supervisor: z.number().int().positive() })

/** Whether Patchbay runs on this data folder: its engine answers, or the process that was started for it is there. */
export async function isRunning({ dataFolder, engineSocket }: RuntimeConfig): Promise<boolean> {
  return (await answers(engineSocket)) || supervised(dataFolder)
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket)
    connection.once('connect', () => {
      connection.destroy()
      resolve(true)
    })
    connection.once('error', () => resolve(false))
  })
}

function supervised(dataFolder: string): boolean {
  try {
    const { supervisor } = Running.parse(JSON.parse(readFileSync(join(dataFolder, 'run/processes.json'), 'utf8')))
    // The number may belong to another program since.
    return readFileSync(`/proc/${supervisor}/cmdline`, 'utf8').includes('start.mjs')
  } catch {
    // No note, or no such process.
    return false
  }
}
