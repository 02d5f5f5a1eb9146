import { z } from 'zod'

/** How steps name a secret. */
export const SecretName = z.string().regex(/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/, 'a letter, then letters, digits, _ . or -')
