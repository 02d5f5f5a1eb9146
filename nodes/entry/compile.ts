import { type NodeCompile, stepState } from '@/engine/flow'
import type { Config } from './schema'

/** The other outcomes are no exits of this step but the flow's default handlers; the compiler wires them. */
export const compile: NodeCompile<Config> = (_config, context) => stepState(context, { outcomes: ['start', 'error'] })
