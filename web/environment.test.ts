import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readEnvironment } from './environment'

const env = (values: Record<string, string>): NodeJS.ProcessEnv => ({ NODE_ENV: 'test', ...values })

describe('readEnvironment', () => {
  it('given nothing, then port 3000 on all addresses and the data folder beside the program', () => {
    expect(readEnvironment(env({}))).toEqual({ ok: true, value: { port: 3000, host: '0.0.0.0', dataFolder: resolve('.data'), dev: false } })
  })

  it.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PATCHBAY_DEV', 'yes'],
  ])('given %s=%s, then a sentence that names it', (name, value) => {
    const read = readEnvironment(env({ [name]: value }))
    expect(read).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID', message: expect.stringContaining(`${name}=${value}`) } })
  })
})
