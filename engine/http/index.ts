export { createHttp, type HttpOptions } from './create'
export type { Resolver } from './guard'
