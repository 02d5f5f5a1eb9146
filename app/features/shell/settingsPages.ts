import {
  type Icon,
  IconAdjustmentsHorizontal,
  IconDeviceLandlinePhone,
  IconHash,
  IconHistory,
  IconKey,
  IconTerminal2,
  IconUsers,
  IconVolume,
} from '@tabler/icons-react'
import type { Permission } from '@/app/server/permissions'

type Key = 'numbers' | 'telephony' | 'phones' | 'sounds' | 'secrets' | 'users' | 'tokens' | 'audit'

export interface SettingsPage {
  /** Also its title under `settings.<key>.title`. */
  readonly key: Key
  readonly href: `/settings/${Key}`
  readonly icon: Icon
  /** Who may see it. */
  readonly permission: Permission
}

/** The settings, in the order of their menu. */
export const settingsPages: readonly SettingsPage[] = [
  { key: 'numbers', href: '/settings/numbers', icon: IconHash, permission: 'flow.view' },
  { key: 'telephony', href: '/settings/telephony', icon: IconAdjustmentsHorizontal, permission: 'settings.manage' },
  { key: 'phones', href: '/settings/phones', icon: IconDeviceLandlinePhone, permission: 'settings.manage' },
  { key: 'sounds', href: '/settings/sounds', icon: IconVolume, permission: 'sound.manage' },
  { key: 'secrets', href: '/settings/secrets', icon: IconKey, permission: 'secret.manage' },
  { key: 'users', href: '/settings/users', icon: IconUsers, permission: 'user.manage' },
  { key: 'tokens', href: '/settings/tokens', icon: IconTerminal2, permission: 'token.manage' },
  { key: 'audit', href: '/settings/audit', icon: IconHistory, permission: 'audit.view' },
]
