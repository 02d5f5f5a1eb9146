import { z } from 'zod'
import { setSecret } from '../../services/secrets/secrets'
import { procedure } from '../../trpc'
import { SecretName } from './name'

export const set = procedure('secret.manage')
  .input(z.object({ name: SecretName, value: z.string().min(1).max(10_000) }))
  .mutation(({ ctx, input }) => setSecret(ctx, input.name, input.value))
