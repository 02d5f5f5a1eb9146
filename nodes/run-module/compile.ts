import type { NodeCompile } from '@/engine/flow'
import type { Config } from './schema'

/** Child state that works the inputs out; node ids hold no `$`. */
const ENTER = '$enter'

/** A compound state: first the inputs, then the module's own steps, whose exits lead back out of it. */
export const compile: NodeCompile<Config> = (config, context) => {
  const { states, enter } = context.inline(
    config.module,
    config.results.map(({ from, variable }) => ({ from, variable })),
  )
  return {
    initial: ENTER,
    states: {
      ...states,
      [ENTER]: {
        invoke: {
          id: context.path,
          src: context.type,
          input: { path: context.path },
          onDone: [{ guard: { type: 'outcome', params: { is: 'entered' } }, ...enter }, context.leave('error')],
        },
      },
    },
  }
}
