import { type NodeCompile, stepState } from '@/engine/flow'
import type { Config } from './schema'

export const compile: NodeCompile<Config> = (_config, context) => stepState(context)
