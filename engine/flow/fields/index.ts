export { type ConfigField, configFields } from './config-fields'
export { type FieldMeta, field } from './meta'
export { type FieldSpec, fieldTree } from './tree'
