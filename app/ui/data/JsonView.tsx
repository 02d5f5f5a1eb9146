import type { ReactNode } from 'react'
import classes from './JsonView.module.css'

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

interface Props {
  readonly value: Json
  /** Shown for null and for what has nothing in it. */
  readonly empty: ReactNode
  /** Words for names that have a meaning of their own. */
  readonly names?: Readonly<Record<string, string>>
}

/** JSON to be read: an object as names and values, all else as its text. */
export function JsonView({ value, empty, names = {} }: Props) {
  if (value === null) return <span className={classes.empty}>{empty}</span>
  if (typeof value !== 'object') return <Value value={value} />
  if (Array.isArray(value)) return value.length === 0 ? <span className={classes.empty}>{empty}</span> : <Value value={value} />
  const entries = Object.entries(value)
  if (entries.length === 0) return <span className={classes.empty}>{empty}</span>
  return (
    <dl className={classes.list}>
      {entries.map(([key, each]) => (
        <div key={key} className={classes.entry}>
          <dt className={classes.key}>{names[key] ?? key}</dt>
          <dd className={classes.value}>
            <Value value={each} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Value({ value }: { value: Json }) {
  if (typeof value === 'string') return <span className={classes.text}>{value}</span>
  if (Array.isArray(value) && value.every((each) => typeof each === 'string'))
    return <span className={classes.text}>{value.join('\n')}</span>
  const text = typeof value === 'object' && value !== null ? JSON.stringify(value, null, 2) : String(value)
  return <code className={classes.code}>{text}</code>
}
