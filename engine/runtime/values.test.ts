import { describe, expect, test } from 'vitest'
import type { Json } from '@/engine/flow'
import { createVault } from '@/engine/vault'
import { Values } from './values'

const call = { id: 'i1', from: '100', fromName: '', to: '7000', language: 'en', startedAt: 0 }

/** Values of a flow that declares text variables of those names. */
function valuesOf(names: readonly string[], vars: Readonly<Record<string, Json>>): Values {
  const scope = { variables: names.map((name) => ({ name, type: 'string' as const })) }
  return new Values({ scope, call, vars, error: null, vault: createVault(Buffer.alloc(32, 1)), now: () => 0 }, new Set())
}

describe('variables named like what every object has', () => {
  test.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty'])('given %s is set, then it is read like any other', (name) => {
    const values = valuesOf([name], { [name]: 'mine' })
    expect(values.evaluate(`flow.${name}`)).toEqual({ ok: true, value: 'mine' })
    expect(values.render(`It is {{ flow.${name} }}.`)).toEqual({ ok: true, value: 'It is mine.' })
    expect(values.evaluate(`flow.${name} == 'mine' && flow.error.code == ''`)).toEqual({ ok: true, value: true })
    expect(values.read).toEqual({ [name]: 'mine' })
  })

  test.each(['constructor', 'toString'])('given %s was never set, then nothing is read by that name', (name) => {
    const values = valuesOf([name], {})
    values.evaluate(`flow.${name}`)
    expect(Object.keys(values.read)).toEqual([])
  })
})
