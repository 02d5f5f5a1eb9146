import { type ConfigField, configFields, finding, type NodeDefinition, type NodeFinding, variableValueType } from '@/engine/flow'
import type { Surroundings } from '../analysis'
import { checkCel, checkTemplateField } from './expressions'
import { checkPrompts } from './prompts'

/** What is wrong with a config that passes its schema, field by field (PB202–PB207, PB210, PB401–PB403). */
export function checkConfig(definition: NodeDefinition, config: unknown, around: Surroundings): NodeFinding[] {
  const found = checkFields(definition, config, around)
  const own = definition.check?.(config, around.context) ?? []
  return [...found, ...own.filter((one) => !found.some((other) => same(one, other)))]
}

/** The same without what only the step's own type knows. */
export function checkFields(definition: NodeDefinition, config: unknown, around: Surroundings): NodeFinding[] {
  const found = configFields(definition, config).flatMap((one) => checkField(one, around))
  return [...found, ...checkWrites(definition, config, around)]
}

function checkField(field: ConfigField, around: Surroundings): NodeFinding[] {
  switch (field.meta.input.kind) {
    case 'cel':
      return checkCel(field, around)
    case 'template':
      return checkTemplateField(field, around)
    case 'pairs':
      return checkPairs(field, around)
    case 'prompts':
      return checkPrompts(field, around)
    case 'variable':
      return checkVariable(field, around)
    case 'secret':
      return checkSecret(field, around)
    case 'module-outcome':
      return checkModuleOutcome(field, around)
    case 'text':
    case 'number':
    case 'switch':
    case 'select':
    case 'keys':
    // What a module is asked for only its step knows: see the type's own `check`.
    case 'module':
    case 'list':
    case 'group':
    case 'hidden':
      return []
  }
}

function checkPairs(field: ConfigField, around: Surroundings): NodeFinding[] {
  if (typeof field.value !== 'object' || field.value === null) return []
  return Object.entries(field.value).flatMap(([key, value]) => checkTemplateField({ ...field, path: [...field.path, key], value }, around))
}

/** PB204, the name of a variable that nobody declared. */
function checkVariable({ path, value }: ConfigField, { variables }: Surroundings): NodeFinding[] {
  if (typeof value !== 'string' || value === '' || variables.some(({ name }) => name === value)) return []
  return [finding('PB204', 'error', { params: { name: value }, path })]
}

/** PB205, a variable of another type than what the step puts into it. */
function checkWrites(definition: NodeDefinition, config: unknown, { variables }: Surroundings): NodeFinding[] {
  return (definition.writes?.(config) ?? []).flatMap(({ name, type, path }) => {
    const variable = variables.find((declared) => declared.name === name)
    if (!variable || variable.type === 'json' || type === 'json' || variable.type === type) return []
    const params = { name, actual: variableValueType[variable.type], expected: variableValueType[type] }
    return [finding('PB205', 'error', { params, path })]
  })
}

/** PB206. */
function checkSecret({ path, value }: ConfigField, { context: { secrets } }: Surroundings): NodeFinding[] {
  if (typeof value !== 'string' || value === '' || secrets === 'unknown' || secrets.has(value)) return []
  return [finding('PB206', 'error', { params: { name: value }, path })]
}

/** PB210, an exit that the module being checked does not have. */
function checkModuleOutcome({ path, value }: ConfigField, { outcomes }: Surroundings): NodeFinding[] {
  if (typeof value !== 'string' || value === '' || outcomes?.some(({ id }) => id === value)) return []
  return [finding('PB210', 'error', { params: { outcome: value }, path })]
}

function same(a: NodeFinding, b: NodeFinding): boolean {
  return a.code === b.code && (a.path ?? []).join('.') === (b.path ?? []).join('.')
}
