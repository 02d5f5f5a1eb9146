import { containerPid, makeMounted, removeContainers, runArguments } from './docker/container'
import type { AsteriskInstallation } from './installation'

/** How Asterisk runs: as a process of its own, or in a container. */
export interface Runner {
  /** The program to spawn, with Asterisk's own arguments behind `args`: lives as long as Asterisk, passes signals on, has its exit code. */
  readonly command: string
  readonly args: readonly string[]
  /** To be done before: whatever a start that was killed has left is ended. */
  prepare(): Promise<void>
  /** Asterisk's process, once it runs; `spawned` is that of `command`. */
  pid(spawned: number): Promise<number | undefined>
  /** Ends what outlives `command`. */
  clear(): Promise<void>
}

/** The runner of an installation; `env` are the variables that Asterisk needs. */
export function runnerOf(installation: AsteriskInstallation, dataDir: string, env: Readonly<Record<string, string>>): Runner {
  const { image, command, args } = installation
  if (image === undefined) return { command, args, prepare: async () => {}, pid: async (spawned) => spawned, clear: async () => {} }
  const user = `${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`
  const clear = () => removeContainers(dataDir)
  return {
    command: 'docker',
    args: [...runArguments({ dataDir, image, env, user }), command, ...args],
    prepare: async () => {
      await clear()
      await makeMounted(dataDir)
    },
    pid: () => containerPid(dataDir),
    clear,
  }
}
