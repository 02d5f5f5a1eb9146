import type { Progress } from '../progress'

const steps = [
  { words: /(?:^|\s)Get:\d+ (?:\S+ ){6}\[/, title: 'Downloading packages' },
  { words: /(?:^|\s)Unpacking \S+ \(/, title: 'Unpacking packages' },
  { words: /(?:^|\s)Setting up \S+ \(/, title: 'Setting up packages' },
] as const

/** Reads what apt says in a build, line by line, and tells how far it is: `Unpacking packages`, `12 of 80`. */
export function buildProgress(progress: Progress): (line: string) => void {
  const done = new Map<string, number>()
  let all = 0
  return (line) => {
    all = Number(/(\d+) newly installed/.exec(line)?.[1] ?? all)
    const step = steps.find(({ words }) => words.test(line))
    // Before the packages are counted, lists are read.
    if (!step || all === 0) return
    const count = (done.get(step.title) ?? 0) + 1
    done.set(step.title, count)
    progress(step.title, `${count} of ${all}`)
  }
}
