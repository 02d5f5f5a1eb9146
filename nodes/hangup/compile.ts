import { type NodeCompile, stepState } from '@/engine/flow'
import type { Config } from './schema'

/** It ends the call itself, so the hang-up that follows is not the caller's. */
export const compile: NodeCompile<Config> = (_config, context) => ({
  ...stepState(context, { outcomes: ['$end'] }),
  on: { 'call.hangup': {} },
})
