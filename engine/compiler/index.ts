export type { StepAnalysis } from './analysis'
export { type Compilation, type CompileEnvironment, compile } from './compile'
export { moduleSignature } from './module-signature'
export { type FlowAnalysis, validate } from './validate'
