import { expect, test } from 'vitest'
import { runArguments } from './container'

const run = (dataDir: string) =>
  runArguments({ dataDir, image: 'patchbay-asterisk:1', env: { HOSTALIASES: '/data/aliases' }, user: '1000:100' })
const after = (args: readonly string[], name: string) => args.filter((_, at) => args[at - 1] === name)

test('a container is one with the machine: its network, our user, our folders under their own names, and nothing more', () => {
  const args = run('/home/me/.data')
  expect(after(args, '--network')).toEqual(['host'])
  expect(after(args, '--user')).toEqual(['1000:100'])
  expect(after(args, '--env')).toEqual(['HOSTALIASES=/data/aliases'])
  expect(after(args, '--mount')).toEqual([
    'type=bind,source=/home/me/.data/asterisk,target=/home/me/.data/asterisk',
    'type=bind,source=/home/me/.data/sounds,target=/home/me/.data/sounds,readonly',
    'type=bind,source=/home/me/.data/speech,target=/home/me/.data/speech,readonly',
  ])
  expect(after(args, '--cap-drop')).toEqual(['ALL'])
  expect(args).toContain('--read-only')
})

test('it is removed when it ends, found again by its data folder, and never fetched from elsewhere', () => {
  const args = run('/home/me/.data')
  expect(args).toContain('--rm')
  expect(after(args, '--label')).toEqual(['patchbay.data=/home/me/.data'])
  expect(after(args, '--pull')).toEqual(['never'])
  expect(args.at(-1)).toBe('patchbay-asterisk:1')
})

test('given a folder whose name has commas and quotes, then Docker still reads one folder', () => {
  expect(after(run('/data, the "old"'), '--mount')[0]).toBe(
    'type=bind,"source=/data, the ""old""/asterisk","target=/data, the ""old""/asterisk"',
  )
})
