import { expect, test } from 'vitest'
import { dockerfile, imageTag } from './image'

const source = { suite: 'forky', packages: ['asterisk', 'asterisk-modules'] }

test('the image is Debian’s suite with the packages, and nothing is taken from elsewhere', () => {
  const text = dockerfile(source)
  expect(text).toMatch(/^FROM debian:forky-slim\n/)
  expect(text).toContain(' asterisk asterisk-modules ')
  expect(text).not.toContain('://')
})

test('given another recipe, then the image has another name, which Docker can use', () => {
  const tag = imageTag(dockerfile(source))
  expect(tag).toMatch(/^patchbay-asterisk:[0-9a-f]{12}$/)
  expect(imageTag(dockerfile(source))).toBe(tag)
  expect(imageTag(dockerfile({ ...source, packages: ['asterisk'] }))).not.toBe(tag)
})
