import { expect, test } from 'vitest'
import { lastError } from './engine'

test.each([
  [
    'the classic builder, which colours what apt says',
    {
      stdout: 'Step 2/2 : RUN apt-get\n\u001b[91mE:\u001b[0m Release file is expired.\n',
      stderr: 'The command returned a non-zero code: 100',
    },
    'Release file is expired',
  ],
  [
    'BuildKit, which counts lines and seconds',
    { stdout: '', stderr: '#5 3.182 E: Unable to locate package  asterisk\n#5 ERROR: process did not complete\n' },
    'Unable to locate package asterisk',
  ],
  [
    'Docker itself',
    { stdout: '', stderr: 'permission denied while trying to connect to the Docker daemon socket\n' },
    'permission denied while trying to connect to the Docker daemon socket',
  ],
  [
    'Docker’s program, which asks back',
    { stdout: '', stderr: 'Cannot connect to the Docker daemon. Is the docker daemon running?\n' },
    'Cannot connect to the Docker daemon. Is the docker daemon running',
  ],
  ['nobody', { stdout: '\n', stderr: '' }, 'no reason given'],
])('given an error of %s, then its reason is one line', (_of, output, reason) => {
  expect(lastError(output)).toBe(reason)
})
