import { z } from 'zod'

/** Settings that administrators change, by the key of their row in `Setting`; values are JSON. */
export const settingSchemas = {
  /** Hosts (`host` or `host:port`) that HTTP steps may reach although their address is private. */
  'http.allowedHosts': z.array(z.string().max(255)).max(200).default([]),
  /** Networks (CIDR) whose calls come in without a password. */
  'telephony.trustedNetworks': z.array(z.string().max(64)).max(50).default(['127.0.0.0/8']),
  /** The line to the outside world; `sealedPassword` is sealed by the vault. */
  'telephony.trunk': z
    .object({
      host: z.string().max(255),
      username: z.string().max(128).optional(),
      sealedPassword: z.string().optional(),
      fromNumber: z.string().max(32).optional(),
    })
    .nullable()
    .default(null),
} as const

export type SettingKey = keyof typeof settingSchemas
export type SettingValue<K extends SettingKey> = z.infer<(typeof settingSchemas)[K]>
