import { expect, test } from 'vitest'
import { dependencyStamp } from './install.mjs'

test('given another major version of Node, then what was compiled for this one does not count as installed', () => {
  expect(dependencyStamp('115')).not.toBe(dependencyStamp('127'))
  expect(dependencyStamp()).toBe(dependencyStamp(process.versions.modules))
})
