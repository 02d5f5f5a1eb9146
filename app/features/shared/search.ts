/** Items in which each word of the search is found; case does not matter. `matching(users, 'ada admin', (u) => [u.name, u.role])` */
export function matching<T>(items: readonly T[], search: string, texts: (item: T) => readonly string[]): readonly T[] {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return items
  return items.filter((item) => {
    const text = texts(item).join('\n').toLocaleLowerCase()
    return words.every((word) => text.includes(word))
  })
}
