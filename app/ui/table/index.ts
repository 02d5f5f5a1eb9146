export { DataTable } from './DataTable'
export { RowLink } from './RowLink'
export type { Column, Sort } from './types'
