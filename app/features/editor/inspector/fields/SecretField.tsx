import { Anchor, Select } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useCan } from '@/app/features/shared/me'
import { useSurroundings } from '../../session/EditorContext'
import type { FieldProps } from '../field-props'
import { FieldFrame } from './FieldFrame'

/** A stored secret, by name. Its value is never shown. */
export function SecretField({ spec, value, onChange, label, help, problems, readOnly }: FieldProps) {
  const t = useTranslations('editor.fields')
  const can = useCan()
  const secrets = useSurroundings((state) => state.secrets)
  const current = typeof value === 'string' && value !== '' ? value : null
  const data = current !== null && !secrets.includes(current) ? [...secrets, current] : [...secrets]
  const manage = can('secret.manage') && (
    <Anchor component={Link} href="/settings/secrets" size="xs" target="_blank">
      {t('manageSecrets')}
    </Anchor>
  )
  return (
    <FieldFrame label={label} help={help} problems={problems} aside={manage}>
      {({ id, describedBy }) => (
        <Select
          id={id}
          aria-describedby={describedBy}
          data={data}
          value={current}
          onChange={(next) => onChange(next ?? (spec.optional ? undefined : ''))}
          placeholder={t('secretPlaceholder')}
          nothingFoundMessage={t('noSecrets')}
          leftSection={<IconKey size={15} stroke={1.75} />}
          clearable
          searchable
          readOnly={readOnly}
          error={problems.some((problem) => problem.severity === 'error')}
          comboboxProps={{ withinPortal: true, shadow: 'lg' }}
        />
      )}
    </FieldFrame>
  )
}
