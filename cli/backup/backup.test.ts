import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { machineActor } from '@/app/server/auth/actor'
import { configOf } from '@/app/server/runtime-config'
import { addSound } from '@/app/server/services/sounds/add'
import { writeWav } from '@/app/server/services/sounds/wav'
import { type TestServer, testServer } from '@/app/server/testing/test-server'
import { openVault } from '@/engine/vault'
import { createPrisma } from '@/prisma/client'
import { seedCall, seedPublishedFlow, seedRecording } from '@/prisma/testing/seeds'
import { patchbay } from '../testing/run-cli'
import { writeTar } from './tar'

const spool = 'asterisk/spool/recording'

describe('backup and restore', { timeout: 60_000 }, () => {
  let server: TestServer
  let folder: string
  let file: string
  beforeEach(async () => {
    server = await testServer()
    folder = mkdtempSync(join(tmpdir(), 'backup-'))
    file = join(folder, 'patchbay.tar.gz')
    const { versionId } = await seedPublishedFlow(server.prisma)
    await server.machine.secrets.set({ name: 'KEY', value: 'hush' })
    mkdirSync(join(server.dataFolder, spool), { recursive: true })
    writeFileSync(join(server.dataFolder, spool, 'm.wav'), 'a message')
    await seedRecording(server.prisma, await seedCall(server.prisma, versionId), `${spool}/m.wav`)
    const tone = writeWav({ rate: 8000, values: new Float32Array(800) })
    await addSound({ ...server.services, actor: machineActor('test') }, { name: 'Tone', bytes: tone, replace: false })
  }, 60_000)
  afterEach(async () => {
    await server.remove()
    rmSync(folder, { recursive: true, force: true })
  })
  const backup = (...args: string[]) => patchbay('--data', server.dataFolder, 'backup', file, ...args)
  const restoreTo = (data: string, ...args: string[]) => patchbay('--data', data, 'restore', file, ...args)

  it('brings everything to another machine: flows, calls, messages, sounds, sealed secrets, logins', async () => {
    const made = await backup()
    expect(made).toMatchObject({ code: 0, out: expect.stringContaining('3 recordings and sounds') })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const data = join(folder, 'elsewhere')
    expect((await restoreTo(data)).out).toMatch(/^Restored the backup of .* with 3 recordings and sounds\.\n$/)

    const prisma = createPrisma(configOf(data).databaseUrl)
    const secret = await prisma.secret.findUniqueOrThrow({ where: { name: 'KEY' } })
    expect(openVault(data).open(secret.ciphertext)).toEqual({ ok: true, value: 'hush' })
    expect(await prisma.flow.count()).toBe(1)
    expect(await prisma.interaction.count()).toBe(1)
    expect(await prisma.auditEntry.findFirst({ where: { action: 'backup.restore' } })).not.toBeNull()
    const sound = await prisma.sound.findUniqueOrThrow({ where: { name: 'Tone' } })
    await prisma.$disconnect()
    expect(readFileSync(join(data, spool, 'm.wav'), 'utf8')).toBe('a message')
    expect(readFileSync(join(data, `${sound.file}.wav16`)).byteLength).toBe(44 + 1600 * 2)
    expect(readdirSync(data).filter((name) => name.startsWith('restore-'))).toEqual([])
  })

  it('is an ordinary archive', async () => {
    await backup()
    const listed = execFileSync('tar', ['tzf', file], { encoding: 'utf8' }).trim().split('\n')
    expect(listed.slice(0, 2)).toEqual(['manifest.json', 'database.sqlite'])
    expect(listed).toContain(`files/${spool}/m.wav`)
  })

  it('is complete and sound while others write', async () => {
    const run = { writing: true }
    const writer = (async () => {
      for (let count = 0; run.writing; count += 1) {
        await server.prisma.setting.upsert({ where: { key: 'n' }, create: { key: 'n', value: '0' }, update: { value: String(count) } })
        await turn()
      }
    })()
    expect((await backup()).code).toBe(0)
    run.writing = false
    await writer
    expect((await restoreTo(join(folder, 'copy'))).code).toBe(0)
  })

  it('keeps what was there before the restore', async () => {
    await backup()
    await server.machine.secrets.set({ name: 'LATER', value: 'x' })
    writeFileSync(join(server.dataFolder, spool, 'm.wav'), 'changed')
    const { before } = (await restoreTo(server.dataFolder, '--json')).json<{ before: string }>()
    expect(readFileSync(join(server.dataFolder, spool, 'm.wav'), 'utf8')).toBe('a message')
    expect(readFileSync(join(before, 'files', spool, 'm.wav'), 'utf8')).toBe('changed')
    expect(existsSync(join(before, 'database.sqlite'))).toBe(true)
    const prisma = createPrisma(server.url)
    expect(await prisma.secret.findUnique({ where: { name: 'LATER' } })).toBeNull()
    await prisma.$disconnect()
  })

  it('is refused while Patchbay runs', async () => {
    await backup()
    mkdirSync(join(server.dataFolder, 'run'))
    const engine = createServer()
    await new Promise<void>((resolve) => engine.listen(server.services.config.engineSocket, resolve))
    expect(await restoreTo(server.dataFolder)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^INSTANCE_RUNNING: Patchbay runs on /),
    })
    await new Promise((resolve) => engine.close(resolve))
    // A note that a killed one left behind is no running Patchbay.
    writeFileSync(join(server.dataFolder, 'run/processes.json'), JSON.stringify({ supervisor: process.pid, children: {} }))
    expect((await restoreTo(server.dataFolder)).code).toBe(0)
  })

  it('changes nothing when the file is damaged, cut off, or something else', async () => {
    await backup()
    const whole = readFileSync(file)
    const before = snapshot(server.dataFolder)
    const refused = async (bytes: Uint8Array, reason: RegExp) => {
      writeFileSync(file, bytes)
      const { code, err } = await restoreTo(server.dataFolder)
      expect([code, err]).toEqual([1, expect.stringMatching(/^BACKUP_INVALID: /)])
      expect(err).toMatch(reason)
      expect(snapshot(server.dataFolder)).toEqual(before)
    }
    await refused(whole.subarray(0, whole.byteLength - 30), /restored: /)
    await refused(whole.subarray(0, 200), /restored: /)
    await refused(Buffer.from('not an archive at all'), /restored: /)
    await refused(new Uint8Array(), /restored: /)
    await refused(gzipSync(gunzipSync(whole).fill(7, 600, 700)), /restored: /)
    await refused(await archive([['other.txt', 'x']]), /does not begin with a manifest/)
    await refused(await archive([['manifest.json', '{"product":"else"}']]), /another version/)
    await refused(await archive([manifest('sqlite')]), /no database/)
    await refused(await archive([manifest('postgresql')]), /on postgresql; this one is on sqlite/)
    await refused(await archive([manifest('sqlite'), ['database.sqlite', 'SQLite format 3 but no']]), /database/)
    for (const name of ['files/../../etc/x.wav', 'files/run/engine.sock', '/etc/passwd', 'files/patchbay.db', '../x.wav']) {
      await refused(await archive([manifest('sqlite'), [name, 'x']]), /does not belong/)
    }
    expect((await patchbay('--data', server.dataFolder, 'restore', join(folder, 'missing'))).err).toMatch(
      /^FILE_UNUSABLE: There is no file/,
    )
  })

  it('leaves nothing behind when it cannot be written', async () => {
    file = join(folder, 'no/such/folder/x.tar.gz')
    expect(await backup()).toMatchObject({ code: 1, err: expect.stringMatching(/^FILE_UNUSABLE: /) })
    expect(readdirSync(server.dataFolder).filter((name) => name.startsWith('backup-'))).toEqual([])
  })
})

const manifest = (database: string): [string, string] => [
  'manifest.json',
  JSON.stringify({ product: 'patchbay', format: 1, createdAt: 'now', database }),
]

async function archive(files: readonly [string, string][]): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  const entries = files.map(([name, text]) => ({ name, size: text.length, modified: 0, content: [Buffer.from(text)] }))
  for await (const chunk of writeTar(entries)) chunks.push(chunk)
  return gzipSync(Buffer.concat(chunks))
}

/** Names and contents of a folder; of the database its main file alone, as reading makes and drops the others. */
function snapshot(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !/-(wal|shm)$/.test(entry.name),
  )
  return Object.fromEntries(
    names.map((entry) => [join(entry.parentPath, entry.name), readFileSync(join(entry.parentPath, entry.name)).toString('base64')]),
  )
}
