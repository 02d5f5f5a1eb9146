import { z } from 'zod'
import { unwrap } from '../../problem-error'
import { removeSound } from '../../services/sounds/sounds'
import { procedure } from '../../trpc'
import { SoundName } from './name'

export const remove = procedure('sound.manage')
  .input(z.object({ name: SoundName }))
  .mutation(async ({ ctx, input }) => unwrap(await removeSound(ctx, input.name)))
