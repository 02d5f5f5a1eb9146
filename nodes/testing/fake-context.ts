import { fail, ok, type Problem, type Result } from '@/engine/errors'
import {
  type ExpressionScope,
  type ExpressionValues,
  evaluateExpression,
  initialValues,
  type Json,
  type Prompt,
  renderTemplate,
  type Variable,
  type VariableType,
} from '@/engine/flow'
import type { DialOptions, DialTarget, GatherRequest, HttpRequest, HttpResponse, NodeContext, RecordOptions } from '@/engine/ports'

type DialEnd = 'answered' | 'busy' | 'no-answer' | 'failed' | 'hung-up'

/** What the world answers, in order; an answer that nobody wrote down is a mistake of the test. */
export interface Script {
  readonly variables?: readonly Variable[]
  readonly values?: Readonly<Record<string, Json>>
  readonly language?: string
  /** Digits of each gather; `null`: nothing was pressed. */
  readonly digits?: readonly (string | null | Problem)[]
  /** Milliseconds of each recording. */
  readonly recordings?: readonly (number | Problem)[]
  readonly dials?: readonly (DialEnd | Problem)[]
  readonly answers?: readonly (Partial<HttpResponse> | Problem)[]
  readonly secrets?: Readonly<Record<string, string>>
  /** Every prompt fails with it. */
  readonly playback?: Problem
  readonly answering?: Problem
}

/** What a step did, in order. */
export type Deed =
  | { readonly did: 'answer' | 'hangup' }
  | { readonly did: 'play'; readonly prompts: readonly Prompt[]; readonly bargeIn: boolean }
  | { readonly did: 'gather'; readonly request: GatherRequest }
  | { readonly did: 'record'; readonly options: RecordOptions }
  | { readonly did: 'discard'; readonly key: string }
  | { readonly did: 'dial'; readonly target: DialTarget; readonly options: DialOptions }
  | { readonly did: 'request'; readonly request: HttpRequest }
  | { readonly did: 'sleep'; readonly ms: number }

const START = Date.UTC(2026, 0, 5, 9)

/** The caller has hung up. */
export const gone: Problem = { code: 'CALL_GONE', message: 'The caller has hung up.' }

/** A visit on ports that answer by a script, on a clock that jumps. `deeds` and `inputs` tell what the step did and noted. */
export function fakeContext(script: Script = {}) {
  const deeds: Deed[] = []
  const inputs: Json[] = []
  const hidden: string[] = []
  const keys = new Set<string>()
  const memos = new Map<string, Json>()
  let now = START
  const variables = script.variables ?? []
  const values: ExpressionValues = {
    call: { id: 'c1', from: '100', fromName: 'Ann', to: '7001', language: script.language ?? 'en', startedAt: START },
    flow: { ...initialValues(variables), ...script.values },
    error: null,
    now: START,
  }

  /** A key names one operation of a visit; two operations under one key would be taken for each other after a restart. */
  const use = (key: string) => {
    if (keys.has(key)) throw new Error(`The key “${key}” is used twice.`)
    keys.add(key)
  }
  const queue = <T>(what: string, items: readonly (T | Problem)[] = []) => {
    let at = 0
    return (): Result<T> => {
      if (at >= items.length) throw new Error(`The script has no ${what} number ${at + 1}.`)
      const item = items[at++] as T | Problem // inside the list
      return isProblem(item) ? { ok: false, error: item } : ok(item)
    }
  }
  const digits = queue<string | null>('digits', script.digits)
  const recordings = queue<number>('recording', script.recordings)
  const dials = queue<DialEnd>('dial', script.dials)
  const answers = queue<Partial<HttpResponse>>('answer', script.answers)
  const scopeOf = (extra: Readonly<Record<string, Json>>): ExpressionScope => ({
    variables,
    extra: Object.fromEntries(Object.keys(extra).map((name): [string, VariableType] => [name, 'json'])),
  })

  const context: NodeContext = {
    visitId: 's1:1',
    signal: new AbortController().signal,
    clock: { now: () => now, at: () => () => {} },
    language: script.language ?? 'en',
    callGone: false,
    media: {
      answer: async () => {
        deeds.push({ did: 'answer' })
        return script.answering ? { ok: false, error: script.answering } : ok()
      },
      play: async (key, prompts, options) => {
        use(key)
        deeds.push({ did: 'play', prompts, bargeIn: options?.bargeIn ?? false })
        return script.playback ? { ok: false, error: script.playback } : ok('played')
      },
      gather: async (key, request) => {
        use(key)
        deeds.push({ did: 'gather', request })
        const heard = digits()
        if (!heard.ok) return heard
        return ok(heard.value === null ? { kind: 'timeout' } : { kind: 'digits', digits: heard.value, ended: 'max' })
      },
      record: async (key, options) => {
        use(key)
        deeds.push({ did: 'record', options })
        const recorded = recordings()
        return recorded.ok ? ok({ recordingId: key, durationMs: recorded.value }) : recorded
      },
      discard: async (key) => {
        deeds.push({ did: 'discard', key })
      },
      dial: async (key, target, options) => {
        use(key)
        deeds.push({ did: 'dial', target, options })
        const end = dials()
        return end.ok ? ok({ end: end.value, talkMs: end.value === 'answered' ? 12_000 : 0 }) : end
      },
      hangup: async () => {
        deeds.push({ did: 'hangup' })
        return ok()
      },
    },
    http: {
      request: async (request) => {
        deeds.push({ did: 'request', request })
        const answer = answers()
        return answer.ok ? ok({ status: 200, headers: {}, body: '', ...answer.value }) : answer
      },
    },
    secrets: {
      reveal: async (name) => {
        const value = script.secrets?.[name]
        return value === undefined ? fail('SECRET_MISSING', `There is no secret named ${name}.`) : ok(value)
      },
    },
    evaluate: (expression, extra = {}) => evaluateExpression(expression, scopeOf(extra), { ...values, extra }),
    render: (template, write) => renderTemplate(template, { variables }, values, write),
    seal: (value) => ({ $sealed: Buffer.from(JSON.stringify(value)).toString('base64') }),
    hide: (text) => {
      hidden.push(text)
    },
    noteInput: (input) => {
      inputs.push(input)
    },
    once: async (key, effect) => {
      const before = memos.get(key)
      // What was journalled under this key came from this very effect.
      if (before !== undefined) return before as Awaited<ReturnType<typeof effect>>
      const value = await effect()
      memos.set(key, value)
      return value
    },
    sleep: async (key, ms) => {
      use(key)
      deeds.push({ did: 'sleep', ms })
      now += ms
    },
  }
  return { context, deeds, inputs, hidden }
}

function isProblem(item: unknown): item is Problem {
  return typeof item === 'object' && item !== null && 'code' in item && 'message' in item
}
