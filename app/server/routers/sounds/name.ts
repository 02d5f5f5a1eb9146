import { z } from 'zod'

/** How prompts name a sound: letters of any script, digits, spaces and a few signs. */
export const SoundName = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} _.-]{0,79}$/u, 'letters, digits, spaces, _ . and -')
