/** Names of the values that an ICU message takes, sorted: `argumentsOf('{count, plural, one {# of {all}} other {…}}')` → `['all', 'count']`. */
export function argumentsOf(message: string): string[] {
  const names = new Set<string>()
  for (const { kind, name } of braces(message)) if (kind === 'argument' && name) names.add(name)
  return [...names].sort()
}

function* braces(message: string): Generator<{ kind: 'argument' | 'branch'; name: string | undefined }> {
  const stack: ('argument' | 'branch')[] = []
  for (let i = 0; i < message.length; i++) {
    if (message[i] === "'" && /['{}#|]/.test(message[i + 1] ?? '')) {
      const end = message.indexOf("'", i + 2)
      i = message[i + 1] === "'" || end < 0 ? i + 1 : end
    } else if (message[i] === '{') {
      // Directly inside an argument, braces hold a branch's text; anywhere else they hold an argument.
      const kind = stack.at(-1) === 'argument' ? 'branch' : 'argument'
      stack.push(kind)
      yield { kind, name: /^\s*([A-Za-z0-9_]+)\s*[,}]/.exec(message.slice(i + 1))?.[1] }
    } else if (message[i] === '}') stack.pop()
  }
}
