import { join } from 'node:path'
import { fail, ok } from '@/engine/errors'
import type { Secrets, Sounds } from '@/engine/ports'
import type { Store } from '@/engine/store'
import type { Vault } from '@/engine/vault'

/** The sound library, as media that Asterisk plays. */
export function soundLibrary(store: Pick<Store, 'soundFile'>, dataFolder: string): Sounds {
  return {
    async find(name) {
      const file = await store.soundFile(name)
      return file === undefined
        ? fail('SOUND_MISSING', `There is no sound “${name}”.`, { sound: name })
        : ok(`sound:${join(dataFolder, file)}`)
    },
  }
}

/** Secrets by name; opened only when a step asks. */
export function secretLibrary(store: Pick<Store, 'sealedSecret'>, vault: Vault): Secrets {
  return {
    async reveal(name) {
      const sealed = await store.sealedSecret(name)
      return sealed === undefined ? fail('SECRET_MISSING', `There is no secret “${name}”.`, { secret: name }) : vault.open(sealed)
    },
  }
}
