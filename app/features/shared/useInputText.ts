import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { PageProblem } from './problem'

/** What is wrong with something entered, by its field and the rule that it breaks; the server's own words for both are English. Null for fields that no form has. */
export function useInputText(): (params: NonNullable<PageProblem['params']>) => string | null {
  const t = useTranslations('common.input')
  return useCallback(
    ({ field, rule }) => {
      const name = String(field).split('.').at(-1) ?? ''
      const fieldKey = known(fields, name)
      if (!fieldKey) return null
      const hint = known(hinted, name)
      const ruleKey = known(rules, String(rule)) ?? 'form'
      return t('sentence', {
        field: t(`fields.${fieldKey}`),
        reason: ruleKey === 'form' && hint ? t(`hints.${hint}`) : t(`rules.${ruleKey}`),
      })
    },
    [t],
  )
}

const rules = ['missing', 'short', 'long', 'form'] as const
/** Those whose form can be told in few words. */
const hinted = ['number', 'extension', 'email'] as const
const fields = [
  ...hinted,
  'name',
  'label',
  'host',
  'username',
  'password',
  'fromNumber',
  'value',
  'note',
  'expiresInDays',
  'file',
  'text',
  'kind',
] as const

function known<const K extends string>(keys: readonly K[], name: string): K | undefined {
  return keys.find((key) => key === name)
}
