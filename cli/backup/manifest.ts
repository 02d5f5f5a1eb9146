import { z } from 'zod'

/** The first file of a backup: what it is. */
export const Manifest = z.object({
  product: z.literal('patchbay'),
  format: z.literal(1),
  createdAt: z.string(),
  /** `sqlite`: in the backup. `postgresql`: kept by its own tools, only the files are here. */
  database: z.enum(['sqlite', 'postgresql']),
})
export type Manifest = z.infer<typeof Manifest>

/** Names inside the archive. */
export const names = { manifest: 'manifest.json', database: 'database.sqlite', files: 'files/' } as const

/** Keys without which sealed values cannot be opened and logins end. */
export const keyFiles = ['vault.key', 'auth.secret'] as const
