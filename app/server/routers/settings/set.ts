import { z } from 'zod'
import { unwrap } from '../../problem-error'
import { changeSettings } from '../../services/settings/settings'
import { procedure } from '../../trpc'
import { Host, Network, Trunk } from './inputs'

/** Changes what is given. */
export const set = procedure('settings.manage')
  .input(
    z.object({
      allowedHosts: z.array(Host).max(200).optional(),
      trustedNetworks: z.array(Network).max(50).optional(),
      trunk: Trunk.nullable().optional(),
    }),
  )
  .mutation(async ({ ctx, input }) => unwrap(await changeSettings(ctx, input)))
