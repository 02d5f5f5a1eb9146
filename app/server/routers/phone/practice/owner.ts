import type { Actor } from '../../../auth/actor'

/** Practice calls belong to who made them. */
export function ownerOf({ actor }: { readonly actor: Actor }): string {
  return actor.id ?? 'machine'
}
