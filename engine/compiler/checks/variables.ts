import { type Diagnostic, type FlowDocument, finding, fitsType, reservedVariableNames, variableValueType } from '@/engine/flow'

/** PB111, PB112: declared variables. */
export function checkVariables({ variables }: Pick<FlowDocument, 'variables'>): Diagnostic[] {
  const names = new Set<string>(reservedVariableNames)
  return variables.flatMap(({ name, type, initial }, index) => {
    const found: Diagnostic[] = []
    if (names.has(name)) found.push(finding('PB111', 'error', { params: { name }, path: ['variables', index, 'name'] }))
    names.add(name)
    if (initial !== undefined && !fitsType(initial, type)) {
      const params = { name, expected: variableValueType[type] }
      found.push(finding('PB112', 'error', { params, path: ['variables', index, 'initial'] }))
    }
    return found
  })
}
