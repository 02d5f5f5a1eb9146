import type { Diagnostic, FlowDocument } from '@/engine/flow'
import type { FieldSpec } from './field-spec'

export type FieldPath = readonly (string | number)[]

/** What every kind of field gets. */
export interface FieldProps {
  readonly spec: FieldSpec
  readonly path: FieldPath
  readonly value: unknown
  /** Writes the value; `also` changes the flow in the same step (declares a variable, adds an exit). */
  readonly onChange: (value: unknown, also?: (document: FlowDocument) => FlowDocument) => void
  readonly label: string
  readonly help?: string
  /** The words of one of its choices. */
  readonly option: (value: string) => string
  /** Problems of exactly this field. */
  readonly problems: readonly Diagnostic[]
  readonly readOnly: boolean
}
