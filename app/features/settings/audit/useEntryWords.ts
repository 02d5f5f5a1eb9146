'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { z } from 'zod'
import type { Outputs } from '@/app/features/shared/trpc'
import { useRoleName } from '@/app/features/users/roles'
import { short } from '@/app/ui/time/duration'
import { actionKeys, isAuditAction } from './actions'

type Entry = Outputs['audit']['list']['items'][number]

const settings = ['allowedHosts', 'trustedNetworks', 'trunk'] as const

/** What entries of this and earlier builds may tell; anything else is left out. */
const Details = z
  .object({
    version: z.number(),
    note: z.string(),
    from: z.union([z.string(), z.number()]).nullable(),
    to: z.union([z.string(), z.number()]),
    role: z.string(),
    flow: z.string(),
    before: z.string().nullable(),
    name: z.string(),
    durationMs: z.number(),
    replaced: z.boolean(),
    files: z.number(),
    allowedHosts: z.array(z.string()),
    trustedNetworks: z.array(z.string()),
    trunk: z.object({ host: z.string() }).nullable(),
  })
  .partial()
  .catch({})

/** An audit entry in words: what was done, on what, and what changed. */
export function useEntryWords() {
  const t = useTranslations('settings.audit')
  const roleName = useRoleName()
  const locale = useLocale()
  return useMemo(() => {
    const state = (value: string | number) => (typeof value === 'number' ? t('facts.version', { number: value }) : roleName(value))
    const list = (items: readonly string[]) => items.join(', ') || t('facts.none')
    return {
      action: (stored: string) => (isAuditAction(stored) ? t(`actions.${actionKeys[stored]}`) : stored),
      subject({ action, subject }: Pick<Entry, 'action' | 'subject'>) {
        if (action !== 'settings.change') return subject
        const names = subject.split(', ').map((name) => settings.find((known) => known === name))
        return names.map((name) => (name ? t(`facts.${name}`) : subject)).join(', ')
      },
      details(stored: Entry['details']): string {
        const { version, note, from, to, role, flow, before, name, durationMs, replaced, files, ...set } = Details.parse(stored)
        return [
          version !== undefined && state(version),
          note && t('facts.note', { note }),
          to !== undefined && (from === null || from === undefined ? state(to) : `${state(from)} → ${state(to)}`),
          role && roleName(role),
          flow && (before && before !== flow ? `${before} → ${flow}` : flow),
          name,
          durationMs !== undefined && short(durationMs, locale),
          replaced && t('facts.replaced'),
          files !== undefined && t('facts.files', { count: files }),
          set.allowedHosts && list(set.allowedHosts),
          set.trustedNetworks && list(set.trustedNetworks),
          set.trunk !== undefined && (set.trunk?.host ?? t('facts.none')),
        ]
          .filter(Boolean)
          .join(' · ')
      },
    }
  }, [t, roleName, locale])
}
