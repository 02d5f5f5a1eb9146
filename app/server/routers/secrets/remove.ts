import { z } from 'zod'
import { unwrap } from '../../problem-error'
import { removeSecret } from '../../services/secrets/secrets'
import { procedure } from '../../trpc'
import { SecretName } from './name'

export const remove = procedure('secret.manage')
  .input(z.object({ name: SecretName }))
  .mutation(async ({ ctx, input }) => unwrap(await removeSecret(ctx, input.name)))
