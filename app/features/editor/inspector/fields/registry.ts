import type { ComponentType } from 'react'
import type { FieldInput } from '@/engine/flow'
import type { FieldProps } from '../field-props'
import { CelField } from './CelField'
import { GroupField } from './GroupField'
import { HiddenField } from './HiddenField'
import { KeysField } from './KeysField'
import { ListField } from './ListField'
import { ModuleField } from './ModuleField'
import { ModuleOutcomeField } from './ModuleOutcomeField'
import { NumberField } from './NumberField'
import { PairsField } from './PairsField'
import { PromptsField } from './PromptsField'
import { SecretField } from './SecretField'
import { SelectField } from './SelectField'
import { SwitchField } from './SwitchField'
import { TemplateField } from './TemplateField'
import { TextField } from './TextField'
import { VariableField } from './VariableField'

/** A component for every kind of input that a schema can ask for. */
export const fieldComponents: { readonly [K in FieldInput['kind']]: ComponentType<FieldProps> } = {
  text: TextField,
  number: NumberField,
  switch: SwitchField,
  select: SelectField,
  cel: CelField,
  template: TemplateField,
  prompts: PromptsField,
  variable: VariableField,
  keys: KeysField,
  secret: SecretField,
  module: ModuleField,
  'module-outcome': ModuleOutcomeField,
  pairs: PairsField,
  list: ListField,
  group: GroupField,
  hidden: HiddenField,
}
