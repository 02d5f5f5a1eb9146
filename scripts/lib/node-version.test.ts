import { expect, test } from 'vitest'
import { nodeTooOld } from './node-version.mjs'

test.each(['18.20.0', '20.8.1', '20.0.0'])('given Node %s, then it says what is needed', (version) => {
  expect(nodeTooOld(version)).toContain(`needs Node 20.9 or newer; this is v${version}`)
})

test.each(['20.9.0', '20.20.0', '22.1.0'])('given Node %s, then it goes on', (version) => {
  expect(nodeTooOld(version)).toBeUndefined()
})
