import { expect, test } from 'vitest'
import { buildProgress } from './progress'

function tell(lines: readonly string[]): string[] {
  const told: string[] = []
  const read = buildProgress((step, detail) => told.push(`${step}: ${detail}`))
  for (const line of lines) read(line)
  return told
}

const said = [
  'Get:1 http://archive.example/debian forky InRelease [151 kB]',
  'Get:2 http://archive.example/debian forky/main amd64 Packages [9812 kB]',
  '0 upgraded, 2 newly installed, 0 to remove and 0 not upgraded.',
  'Get:1 http://archive.example/debian forky/main amd64 adduser all 3.159 [230 kB]',
  'Get:2 http://archive.example/debian forky/main amd64 asterisk amd64 1:22.10.1-1 [3230 kB]',
  'Selecting previously unselected package adduser.',
  'Unpacking adduser (3.159) ...',
  'Setting up adduser (3.159) ...',
]
const told = ['Downloading packages: 1 of 2', 'Downloading packages: 2 of 2', 'Unpacking packages: 1 of 2', 'Setting up packages: 1 of 2']

test('given what apt says in a build, then it is told how many packages are done', () => {
  expect(tell(said)).toEqual(told)
})

test('given BuildKit, which counts steps and seconds before it, then the same is told', () => {
  expect(tell(said.map((line, at) => `#5 ${at}.123 ${line}`))).toEqual(told)
})
