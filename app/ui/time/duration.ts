/** `clock(65_400)` → `'1:05'`, `clock(3_600_000)` → `'1:00:00'`; never negative. */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const h = Math.floor(seconds / 3600)
  const m = Math.floor((seconds % 3600) / 60)
  const s = String(seconds % 60).padStart(2, '0')
  return h > 0 ? `${h}:${String(m).padStart(2, '0')}:${s}` : `${m}:${s}`
}

/** For steps: `short(420, 'en')` → `'420 ms'`, `short(2_340, 'en')` → `'2.3 s'`, then minutes as a clock. */
export function short(ms: number, locale: string): string {
  const unit = (value: number, name: 'millisecond' | 'second', digits: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: digits }).format(value)
  if (ms < 1000) return unit(Math.max(0, Math.round(ms)), 'millisecond', 0)
  if (ms < 60_000) return unit(ms / 1000, 'second', ms < 10_000 ? 1 : 0)
  return clock(ms)
}

/** `isoDuration(65_400)` → `'PT65S'`, for `<time datetime>`. */
export function isoDuration(ms: number): string {
  return `PT${Math.max(0, Math.round(ms / 1000))}S`
}
