import type { NodeCompile } from '@/engine/flow'
import type { Config } from './schema'

/** Leaves the module: the transition is the run-module step's own. */
export const compile: NodeCompile<Config> = (config, context) => ({
  invoke: { id: context.path, src: context.type, input: { path: context.path }, onDone: [context.exit(config.outcome)] },
})
