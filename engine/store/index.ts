export { type MemoryTables, memoryStore } from './memory'
export type * from './rows'
export type * from './store'
