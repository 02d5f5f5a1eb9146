'use client'

import { mergeThemeOverrides } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { theme } from '@/app/ui/theme/theme'

/** The product's look with the names of Mantine's own buttons in the user's language; Mantine has them in English or not at all. */
export function useLocalTheme() {
  const t = useTranslations('common')
  return useMemo(() => {
    const close = { defaultProps: { closeButtonProps: { 'aria-label': t('close') } } }
    return mergeThemeOverrides(theme, {
      components: {
        Modal: close,
        Notification: close,
        PasswordInput: { defaultProps: { visibilityToggleButtonProps: { 'aria-label': t('showPassword') } } },
        DatePickerInput: {
          defaultProps: {
            ariaLabels: { previousMonth: t('previousMonth'), nextMonth: t('nextMonth') },
            monthLabelFormat: t('monthFormat'),
            hideOutsideDates: true,
          },
        },
      },
    })
  }, [t])
}
