import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { freePort } from '@/engine/asterisk'
import { createPrisma } from '@/prisma/client'
import { start } from './start'
import type { Step } from './step'
import { Stop } from './stop'

/** Everything up to Asterisk, which cannot be had. */
const step: Step = async (title, work) => {
  if (title === 'Starting Asterisk') throw new Stop('no Asterisk')
  return work(() => {})
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const listening = signals.flatMap((signal) => process.listeners(signal))

describe('a first start that stops on its way', { timeout: 60_000 }, () => {
  let root: string
  const said: string[] = []
  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'start-'))
    said.length = 0
    vi.spyOn(console, 'log').mockImplementation((text) => void said.push(String(text)))
    vi.stubEnv('PORT', String(await freePort()))
    vi.stubEnv('PATCHBAY_DATA', '.data')
    vi.stubEnv('DATABASE_URL', `file:${root}/patchbay.db`)
  })
  afterEach(() => {
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
    for (const signal of signals) {
      for (const listener of process.listeners(signal)) if (!listening.includes(listener)) process.off(signal, listener)
    }
    rmSync(root, { recursive: true, force: true })
  })
  const passwords = () => said.flatMap((text) => /Password: (\S+)/.exec(text)?.[1] ?? [])
  const administrators = async () => {
    const prisma = createPrisma(`file:${root}/patchbay.db`)
    try {
      return await prisma.user.count()
    } finally {
      await prisma.$disconnect()
    }
  }

  it('given Asterisk cannot be started, then the administrator’s password has been told, once', async () => {
    vi.stubEnv('PATCHBAY_ASTERISK', 'auto')
    await expect(start({ root, step })).rejects.toThrow('no Asterisk')
    expect(passwords()).toHaveLength(1)
    expect(said.join('\n')).toContain('npx patchbay user reset-password admin@patchbay.local')
    expect(await administrators()).toBe(1)
    await expect(start({ root, step })).rejects.toThrow('no Asterisk')
    expect(passwords()).toHaveLength(1)
  })

  it('given PATCHBAY_ASTERISK is mistyped, then it stops before anything is made', async () => {
    vi.stubEnv('PATCHBAY_ASTERISK', 'atuo')
    await expect(start({ root, step })).rejects.toThrow('PATCHBAY_ASTERISK must be')
    await expect(administrators()).rejects.toThrow()
  })
})
