import { parseArgs } from 'node:util'

export interface Options {
  readonly rounds: number
  /** Latencies measured per round, contender and moment. */
  readonly samples: number
  /** Calls per round and contender for the processor time. */
  readonly calls: number
  /** Calls that each contender takes before anything is measured. */
  readonly warmUp: number
  /** Leaves out the search for the highest rate of calls, which takes most of the time. */
  readonly rates: boolean
  readonly json: boolean
  /** Where the engine leaves a processor profile. */
  readonly profile?: string
}

/** Reads `--rounds 3 --samples 10 --calls 200 --warm-up 600 --no-rates --quick --json --profile <folder>`. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      rounds: { type: 'string' },
      samples: { type: 'string' },
      calls: { type: 'string' },
      'warm-up': { type: 'string' },
      rates: { type: 'boolean', default: true },
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      profile: { type: 'string' },
    },
  })
  const count = (text: string | undefined, otherwise: number) => {
    const number = text === undefined ? otherwise : Number(text)
    if (!Number.isInteger(number) || number < 1) throw new Error(`not a number of times: ${text}`)
    return number
  }
  const { quick, json, profile } = values
  return {
    rounds: count(values.rounds, quick ? 1 : 3),
    samples: count(values.samples, quick ? 6 : 10),
    calls: count(values.calls, quick ? 60 : 200),
    warmUp: count(values['warm-up'], quick ? 60 : 600),
    rates: values.rates && !quick,
    json,
    ...(profile ? { profile } : {}),
  }
}
