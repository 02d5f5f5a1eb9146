import {
  type ConfigField,
  checkExpression,
  checkTemplate,
  type ExpressionScope,
  finding,
  type NodeFinding,
  type Variable,
} from '@/engine/flow'
import type { Surroundings } from '../analysis'

/** PB401–PB403, and PB202 for one that is not written yet. */
export function checkCel({ path, meta, value, optional, siblings }: ConfigField, around: Surroundings): NodeFinding[] {
  if (meta.input.kind !== 'cel' || typeof value !== 'string') return []
  if (value.trim() === '') return optional ? [] : [finding('PB202', 'error', { path })]
  const scope: ExpressionScope = { variables: around.variables, extra: meta.extra }
  const target = meta.input.into === undefined ? undefined : variableNamed(siblings[meta.input.into], around)
  return checkExpression(value, scope, target?.type ?? meta.input.expects).map((one) => ({ ...storedInto(one, target), path }))
}

/** A result of the wrong type that a variable takes is said of the variable. */
function storedInto(found: NodeFinding, target: Variable | undefined): NodeFinding {
  if (!target || found.code !== 'PB402' || found.params?.reason !== 'expects') return found
  const { expected = 'other', actual = 'other' } = found.params
  return finding('PB205', 'error', { params: { name: target.name, actual: expected, expected: actual } })
}

function variableNamed(name: unknown, { variables }: Surroundings): Variable | undefined {
  return variables.find((variable) => variable.name === name)
}

/** PB401–PB403 and PB206 of the expressions in a text. */
export function checkTemplateField({ path, meta, value }: ConfigField, around: Surroundings): NodeFinding[] {
  if (typeof value !== 'string') return []
  return checkText(value, { variables: around.variables, extra: meta.extra }, around).map((one) => ({ ...one, path }))
}

/** As above, for a text that stands by itself. */
export function checkText(text: string, scope: ExpressionScope, around: Surroundings): NodeFinding[] {
  // Most texts have no expression.
  if (!text.includes('{{')) return []
  const { secret, ...extra } = scope.extra ?? {}
  if (secret === undefined) return checkTemplate(text, scope)
  // Secrets are no values that expressions see: they are put in afterwards, each where it stands alone between the braces.
  const blank = (whole: string) => ' '.repeat(whole.length)
  return [...checkTemplate(text.replace(SECRET, blank), { ...scope, extra }), ...missingSecrets(text, around)]
}

const SECRET = /\{\{\s*secret\.([A-Za-z_][\w-]*)\s*\}\}/g

/** PB206, a secret that nobody has stored. */
function missingSecrets(text: string, { context: { secrets } }: Surroundings): NodeFinding[] {
  if (secrets === 'unknown') return []
  return [...text.matchAll(SECRET)].flatMap(({ 0: whole, 1: name = '', index }) => {
    const start = index + whole.indexOf(name, whole.indexOf('.'))
    return secrets.has(name) ? [] : [finding('PB206', 'error', { params: { name }, range: { start, end: start + name.length } })]
  })
}
