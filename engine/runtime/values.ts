import { ok, type Problem, type Result } from '@/engine/errors'
import type { FlowContext, Json } from '@/engine/flow'
import {
  type ExpressionScope,
  type ExpressionValues,
  evaluateExpression,
  expressionReads,
  renderTemplate,
  templateReads,
  type ValueWriter,
} from '@/engine/flow/expressions'
import type { Vault } from '@/engine/vault'
import { isSealed, openJson, sealJson, textsOf } from './sealed'

/** What expressions of one visit look at. */
export interface ValuesSource {
  readonly scope: ExpressionScope
  readonly call: ExpressionValues['call']
  readonly vars: Readonly<Record<string, Json>>
  readonly error: FlowContext['error']
  readonly vault: Vault
  now(): number
}

/**
 * Expressions and templates over a visit's variables. Masked variables are opened only where an expression reads them,
 * and what comes of them is sealed again; `revealed` collects their texts, so that the trace can hide them.
 */
export class Values {
  /** What expressions and templates have read so far: variables by name, masked ones sealed. */
  readonly read: Record<string, Json> = {}

  constructor(
    private readonly source: ValuesSource,
    private readonly revealed: Set<string>,
  ) {}

  evaluate(expression: string, extra?: Readonly<Record<string, Json>>): Result<Json> {
    const { scope, vault } = this.source
    const opened = this.#open(expressionReads(expression, scope))
    if (!opened.ok) return opened
    const result = evaluateExpression(expression, scope, this.#values(opened.value.flow, extra))
    if (!opened.value.masked) return result
    if (!result.ok) return { ok: false, error: this.#hidden(result.error) }
    this.#reveal(result.value)
    return ok(sealJson(vault, result.value))
  }

  /** The words of a template in the clear: they are spoken or sent, never stored as they are. */
  render(template: string, write?: ValueWriter): Result<string> {
    const words = this.words(template, write)
    return words.ok ? ok(words.value.text) : words
  }

  /** As `render`; and the same for the trace, where a template that reads a masked value stays as it was written. */
  words(template: string, write?: ValueWriter): Result<{ readonly text: string; readonly traced: string }> {
    if (!template.includes('{{')) return ok({ text: template, traced: template })
    const { scope } = this.source
    const opened = this.#open(templateReads(template, scope))
    if (!opened.ok) return opened
    const written = opened.value.masked && write ? this.#revealing(write) : write
    const result = renderTemplate(template, scope, this.#values(opened.value.flow), written)
    if (!result.ok) return opened.value.masked ? { ok: false, error: this.#hidden(result.error) } : result
    return ok({ text: result.value, traced: opened.value.masked ? template : result.value })
  }

  #values(flow: Readonly<Record<string, Json>>, extra?: Readonly<Record<string, Json>>): ExpressionValues {
    const { call, error } = this.source
    return { call, flow, error, now: this.source.now(), ...(extra ? { extra } : {}) }
  }

  #open(reads: {
    readonly variables: ReadonlySet<string>
    readonly wholeFlow: boolean
  }): Result<{ flow: Readonly<Record<string, Json>>; masked: boolean }> {
    const { vars, vault } = this.source
    for (const name of reads.variables) if (Object.hasOwn(vars, name)) this.read[name] = vars[name] ?? null
    let flow: Record<string, Json> | undefined
    for (const [name, value] of Object.entries(vars)) {
      if (!isSealed(value) || !(reads.wholeFlow || reads.variables.has(name))) continue
      const opened = openJson(vault, value)
      if (!opened.ok) return opened
      this.#reveal(opened.value)
      flow ??= { ...vars }
      flow[name] = opened.value
    }
    return ok({ flow: flow ?? vars, masked: flow !== undefined })
  }

  /** What is escaped is another text than the value: the trace must hide that, too. */
  #revealing(write: ValueWriter): ValueWriter {
    return (value, before) => {
      const text = write(value, before)
      this.#reveal(text)
      return text
    }
  }

  #reveal(value: Json): void {
    for (const text of textsOf(value)) this.revealed.add(text)
  }

  /** An error may quote the value that it failed on. */
  #hidden({ code }: Problem): Problem {
    return { code, message: 'The expression failed on a masked value.' }
  }
}
