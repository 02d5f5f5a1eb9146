/**
 * The groups of ids that can come back to themselves (strongly connected components with a cycle), each in the order of
 * `ids`. Tarjan's algorithm without recursion; O(ids + edges).
 */
export function cycles(ids: readonly string[], next: (id: string) => readonly string[]): string[][] {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const onStack = new Set<string>()
  const groups: string[][] = []
  const rank = new Map(ids.map((id, at) => [id, at]))

  for (const root of ids) {
    if (index.has(root)) continue
    const work: { readonly id: string; readonly out: readonly string[]; at: number }[] = []
    const enter = (id: string) => {
      index.set(id, index.size)
      low.set(id, index.size - 1)
      stack.push(id)
      onStack.add(id)
      work.push({ id, out: next(id).filter((to) => rank.has(to)), at: 0 })
    }
    enter(root)
    for (let top = work.at(-1); top; top = work.at(-1)) {
      const to = top.out[top.at++]
      if (to !== undefined) {
        if (!index.has(to)) enter(to)
        else if (onStack.has(to)) lower(low, top.id, index.get(to) ?? 0)
        continue
      }
      work.pop()
      const parent = work.at(-1)
      if (parent) lower(low, parent.id, low.get(top.id) ?? 0)
      if (low.get(top.id) !== index.get(top.id)) continue
      const group = stack.splice(stack.lastIndexOf(top.id))
      for (const id of group) onStack.delete(id)
      if (group.length > 1 || top.out.includes(top.id)) groups.push(group.sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0)))
    }
  }
  return groups
}

function lower(low: Map<string, number>, id: string, to: number): void {
  low.set(id, Math.min(low.get(id) ?? to, to))
}
