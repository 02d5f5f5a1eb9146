type Fields = Readonly<Record<string, unknown>>

const none: Fields = {}

/** The fields of an object that somebody else made; none for anything else. */
export function asFields(value: unknown): Fields {
  // Any object's fields are unknowns by name.
  return typeof value === 'object' && value !== null ? (value as Fields) : none
}
