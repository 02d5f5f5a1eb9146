import { availableParallelism } from 'node:os'
import type { Contender } from './contenders/contender'
import { median, quantile } from './measure/statistics'

type Name = Contender['name']

/** What was measured, over all rounds. */
export interface Figures {
  readonly afterPromptMs: number[]
  readonly bargeInMs: number[]
  /** One a round. */
  readonly cpuMsPerCall: number[]
  readonly asteriskCpuMsPerCall: number[]
  readonly callsPerSecond: number[]
  failedCalls: number
}

export const noFigures = (): Figures => ({
  afterPromptMs: [],
  bargeInMs: [],
  cpuMsPerCall: [],
  asteriskCpuMsPerCall: [],
  callsPerSecond: [],
  failedCalls: 0,
})

export interface Report {
  readonly machine: { readonly cores: number; readonly node: string; readonly asterisk: string }
  readonly rounds: number
  readonly figures: Readonly<Record<Name, Figures>>
}

export const machine = (asterisk: string): Report['machine'] => ({ cores: availableParallelism(), node: process.version, asterisk })

interface Row {
  readonly title: string
  readonly values: (figures: Figures) => readonly number[]
  readonly digits: number
  /** Middle, or another part of the values. */
  readonly part?: number
}

const rows: readonly Row[] = [
  { title: 'digit → prompt, in silence (ms)', values: (f) => f.afterPromptMs, digits: 2 },
  { title: '  95 of 100 within (ms)', values: (f) => f.afterPromptMs, digits: 2, part: 0.95 },
  { title: 'digit → prompt, barge-in (ms)', values: (f) => f.bargeInMs, digits: 2 },
  { title: '  95 of 100 within (ms)', values: (f) => f.bargeInMs, digits: 2, part: 0.95 },
  { title: 'own processor time per call (ms)', values: (f) => f.cpuMsPerCall, digits: 2 },
  { title: "Asterisk's per call (ms)", values: (f) => f.asteriskCpuMsPerCall, digits: 2 },
  { title: 'calls per second, none failed', values: (f) => f.callsPerSecond, digits: 0 },
]

/** The table for people: medians, and Patchbay against the script and the dialplan. */
export function table({ machine, rounds, figures }: Report): string {
  const head = ['', 'dialplan', 'script', 'patchbay', '/ script', '/ dialplan']
  const body = rows.map(({ title, values, digits, part = 0.5 }) => {
    const of = (name: Name) => (values(figures[name]).length > 0 ? quantile(values(figures[name]), part) : Number.NaN)
    const [dialplan, script, patchbay] = [of('dialplan'), of('script'), of('patchbay')]
    const number = (value: number) => (Number.isFinite(value) ? value.toFixed(digits) : '–')
    const ratio = (value: number) => (Number.isFinite(value) ? `${value.toFixed(2)} ×` : '–')
    return [title, number(dialplan), number(script), number(patchbay), ratio(patchbay / script), ratio(patchbay / dialplan)]
  })
  const widths = head.map((_, column) => Math.max(...[head, ...body].map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')
  const failed = Object.entries(figures).filter(([, { failedCalls }]) => failedCalls > 0)
  return [
    `Asterisk ${machine.asterisk}, Node ${machine.node}, ${machine.cores} cores shared with the callers; medians of ${rounds} ${rounds === 1 ? 'round' : 'rounds'}`,
    '',
    line(head),
    ...body.map(line),
    ...failed.map(([name, { failedCalls }]) => `\n${failedCalls} calls of ${name} failed while processor time was measured.`),
  ].join('\n')
}

/** The same for programs: medians, and every value. */
export function json(report: Report): string {
  const medians = Object.fromEntries(
    Object.entries(report.figures).map(([name, { failedCalls: _, ...lists }]) => [
      name,
      Object.fromEntries(
        Object.entries(lists).map(([figure, values]) => [figure, values.length > 0 ? Number(median(values).toFixed(3)) : null]),
      ),
    ]),
  )
  return JSON.stringify({ ...report, medians }, null, 2)
}
