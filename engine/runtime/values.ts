import { ok, type Problem, type Result } from '@/engine/errors'
import type { FlowContext, Json } from '@/engine/flow'
import {
  type ExpressionScope,
  type ExpressionValues,
  evaluateExpression,
  expressionReads,
  renderTemplate,
  templateReads,
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
  render(template: string): Result<string> {
    if (!template.includes('{{')) return ok(template)
    const { scope } = this.source
    const opened = this.#open(templateReads(template, scope))
    if (!opened.ok) return opened
    const result = renderTemplate(template, scope, this.#values(opened.value.flow))
    return result.ok || !opened.value.masked ? result : { ok: false, error: this.#hidden(result.error) }
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

  #reveal(value: Json): void {
    for (const text of textsOf(value)) this.revealed.add(text)
  }

  /** An error may quote the value that it failed on. */
  #hidden({ code }: Problem): Problem {
    return { code, message: 'The expression failed on a masked value.' }
  }
}
