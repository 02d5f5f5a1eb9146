import { InvalidArgumentError } from 'commander'

/** A whole number from 1; anything else is wrong usage. */
export function count(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('It must be a whole number from 1.')
  return value
}

/** A day or a time, e.g. `2026-11-22` or `2026-11-22T08:00`, in this machine's time unless it says another. */
export function moment(text: string): Date {
  const date = new Date(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00` : text)
  if (Number.isNaN(date.getTime())) throw new InvalidArgumentError('It must be a day or a time, such as 2026-11-22 or 2026-11-22T08:00.')
  return date
}
