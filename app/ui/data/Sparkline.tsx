import classes from './Sparkline.module.css'

/** Small bars, oldest first; `bad` is the failed part of each bar. `label` says it in words. */
export function Sparkline({ values, bad, label }: { values: readonly number[]; bad?: readonly number[]; label: string }) {
  const top = Math.max(1, ...values)
  return (
    <span className={classes.bars} role="img" aria-label={label}>
      {values.map((value, day) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a bar has no identity but its place
        <span key={day} className={classes.bar} style={{ height: `${value === 0 ? 8 : 16 + (84 * value) / top}%` }} data-empty={value === 0 || undefined}>
          {bad?.[day] ? <span className={classes.bad} style={{ height: `${(100 * bad[day]) / Math.max(1, value)}%` }} /> : null}
        </span>
      ))}
    </span>
  )
}
