import { type NodeCompile, stepState } from '@/engine/flow'
import type { Config } from './schema'

/** The caller's hang-up is one of its own outcomes. */
export const compile: NodeCompile<Config> = (_config, context) => stepState(context, { keepsHangup: true })
