import { readdirSync, readFileSync } from 'node:fs'

/** Processes that were started for a data folder, as `<pid> <command>`; ourselves left out. */
export function processesOf(dataDir: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
        const environment = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')
        return command.includes(dataDir) || environment.includes(`PATCHBAY_DATA=${dataDir}`) ? [`${pid} ${command}`] : []
      } catch {
        // Ended while we looked, or another user's.
        return []
      }
    })
}
