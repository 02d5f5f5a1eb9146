import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createVault, openVault, VAULT_KEY } from '.'

const folder = () => mkdtempSync(join(tmpdir(), 'vault-'))

describe('vault', () => {
  it('gives back what was sealed, whatever the text', () => {
    const vault = createVault(Buffer.alloc(32, 7))
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sealed = vault.seal(text)
        expect(vault.open(sealed)).toEqual({ ok: true, value: text })
        expect(sealed).toMatch(/^v1\.[A-Za-z0-9_-]+$/)
      }),
    )
  })

  it('seals the same text differently each time', () => {
    const vault = createVault(Buffer.alloc(32, 7))
    expect(vault.seal('1234')).not.toBe(vault.seal('1234'))
  })

  it('refuses what another key sealed, what was changed, and what was never sealed', () => {
    const vault = createVault(Buffer.alloc(32, 7))
    const sealed = vault.seal('1234')
    const changed = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA')
    for (const bad of [createVault(Buffer.alloc(32, 8)).seal('1234'), changed, 'v1.', 'v1.AAAA', 'plain', '']) {
      expect(vault.open(bad)).toMatchObject({ ok: false, error: { code: 'SECRET_UNREADABLE' } })
    }
  })

  it('makes the key once, readable by its owner alone, and leaves no draft', () => {
    const data = folder()
    const sealed = openVault(data).seal('kept')
    expect(openVault(data).open(sealed)).toEqual({ ok: true, value: 'kept' })
    expect(statSync(join(data, VAULT_KEY)).mode & 0o777).toBe(0o600)
    expect(readdirSync(data)).toEqual([VAULT_KEY])
  })

  it('says what is wrong with a damaged key file instead of making a new key', () => {
    const data = folder()
    writeFileSync(join(data, VAULT_KEY), 'garbage')
    expect(() => openVault(data)).toThrow(/does not hold a key/)
  })
})
