import { readVaultKey } from './key-file'
import { createVault, type Vault } from './vault'

export { VAULT_KEY } from './key-file'
export { createVault, type Vault } from './vault'

/** The vault of a data folder; makes its key at the first use. */
export function openVault(dataFolder: string): Vault {
  return createVault(readVaultKey(dataFolder))
}
