export { type ConfigField, configFields } from './config-fields'
export { type FieldMeta, field, fieldMeta } from './meta'
export { type FieldSpec, fieldTree } from './tree'
