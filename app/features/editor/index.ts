export type { TraceVisit } from './canvas/trace'
export { FlowMap } from './map/FlowMap'
export { FlowEditor } from './shell/FlowEditor'
