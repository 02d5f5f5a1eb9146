import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type AsteriskInstallation, prepareAsterisk, startAsterisk } from '.'
import { findOwnAsterisk } from './own'
import { testSettings } from './testing/instance'

/** A machine that has an Asterisk of its own: a program on the PATH, and a configuration that says where its parts are. */
describe('the machine’s own Asterisk', () => {
  let folder: AsteriskInstallation
  let machine: string
  beforeAll(async () => {
    const prepared = await prepareAsterisk()
    if (!prepared.ok) throw new Error(prepared.error.message)
    folder = prepared.value
  })
  beforeEach(() => {
    machine = mkdtempSync(join(tmpdir(), 'patchbay-own-'))
  })
  afterEach(() => rmSync(machine, { recursive: true }))
  afterAll(() => expect(folder.kind).toBe('folder'))

  const find = () => findOwnAsterisk({ path: `/nowhere:${machine}`, conf: join(machine, 'asterisk.conf') })
  const program = (script: string) => {
    writeFileSync(join(machine, 'asterisk'), `#!/bin/sh\n${script}\n`)
    chmodSync(join(machine, 'asterisk'), 0o755)
  }
  const realProgram = () => program(`exec ${[folder.command, ...folder.args].join(' ')} "$@"`)
  const places = (modulesDir: string) =>
    writeFileSync(join(machine, 'asterisk.conf'), `[directories]\nastmoddir => ${modulesDir} ; here\nastdatadir = ${folder.dataDir}\n`)

  it('is used, with our configuration, when it has what we need', async () => {
    realProgram()
    places(folder.modulesDir)
    const own = await find()
    expect(own).toMatchObject({ ok: true, value: { kind: 'own', version: folder.version, modulesDir: folder.modulesDir } })
    if (!own.ok) return
    const settings = await testSettings()
    const started = await startAsterisk(own.value, settings)
    expect(started).toMatchObject({ ok: true, value: { version: folder.version } })
    if (started.ok) await started.value.stop()
    rmSync(settings.dataDir, { recursive: true })
  })

  it('is not used when a module is missing, and which is said', async () => {
    realProgram()
    const modules = join(machine, 'modules')
    mkdirSync(modules)
    for (const name of readdirSync(folder.modulesDir)) {
      if (name !== 'res_pjsip_authenticator_digest.so') symlinkSync(join(folder.modulesDir, name), join(modules, name))
    }
    places(modules)
    const message = `The machine’s Asterisk ${folder.version} lacks res_pjsip_authenticator_digest.`
    expect(await find()).toEqual({ ok: false, error: { code: 'ASTERISK_UNAVAILABLE', message } })
  })

  it('is not used when it is too old', async () => {
    program('echo Asterisk 16.28.0~dfsg-0')
    expect(await find()).toMatchObject({ ok: false, error: { message: 'The machine’s Asterisk (16.28.0) is older than 18.' } })
  })

  it('is not used when it does not run', async () => {
    program('exit 1')
    expect(await find()).toMatchObject({ ok: false, error: { code: 'ASTERISK_UNAVAILABLE' } })
  })
})
