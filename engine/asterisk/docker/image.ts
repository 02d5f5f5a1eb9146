import { createHash } from 'node:crypto'
import { fail, ok, type Result } from '../../errors'
import { exec } from '../folder/exec'
import type { Progress } from '../progress'
import { lastError } from './engine'
import { buildProgress } from './progress'

/** Debian with the packages, and nothing of ours: configuration and everything that changes stays outside. */
export function dockerfile({ suite, packages }: { readonly suite: string; readonly packages: readonly string[] }): string {
  return `FROM debian:${suite}-slim
RUN apt-get update \\
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends -o Acquire::Retries=2 ${packages.join(' ')} \\
 && rm -rf /var/lib/apt/lists/*
`
}

/** The image's name, which changes with its text, so that an old image is never taken for a new one. */
export function imageTag(text: string): string {
  return `patchbay-asterisk:${createHash('sha256').update(text).digest('hex').slice(0, 12)}`
}

/** The image of a Dockerfile, built now if it is not there (minutes). Fails with `ASTERISK_UNAVAILABLE`. */
export async function ensureImage(text: string, progress: Progress): Promise<Result<string>> {
  const tag = imageTag(text)
  const known = await exec('docker', ['image', 'inspect', '--format', '{{.Id}}', tag])
  if (known.code === 0) return ok(tag)
  progress('Building Asterisk’s image for Docker')
  // Packages come over the machine's own network, which may be the only one that leads out.
  const built = await exec('docker', ['build', '--force-rm', '--network', 'host', '--tag', tag, '-'], {
    input: text,
    onLine: buildProgress(progress),
  })
  if (built.code === 0) return ok(tag)
  return fail('ASTERISK_UNAVAILABLE', `Asterisk’s image for Docker cannot be built: ${lastError(built)}.`)
}
