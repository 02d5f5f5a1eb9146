import { z } from 'zod'
import { unwrap } from '../../problem-error'
import { createPhone } from '../../services/phones/phones'
import { procedure } from '../../trpc'

// Written into Asterisk's configuration as the phone's caller name.
const DisplayName = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^[^\p{Cc}"<>;[\]\\]+$/u, 'without quotes, brackets and semicolons')

/** Answers with the phone's password, this once. */
export const create = procedure('settings.manage')
  .input(z.object({ extension: z.string().regex(/^\d{1,15}$/, 'digits only'), name: DisplayName }))
  .mutation(async ({ ctx, input }) => unwrap(await createPhone(ctx, input)))
