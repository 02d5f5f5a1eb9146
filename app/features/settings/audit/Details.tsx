import type { Json } from '@/engine/flow'
import classes from './Details.module.css'

/** What changed, in one line: `from analyst · to agent`. */
export function Details({ value }: { value: Json }) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const text = Object.entries(value)
    .map(([key, each]) => `${key} ${typeof each === 'string' || typeof each === 'number' ? each : JSON.stringify(each)}`)
    .join(' · ')
  return (
    <span className={classes.details} title={text}>
      {text}
    </span>
  )
}
