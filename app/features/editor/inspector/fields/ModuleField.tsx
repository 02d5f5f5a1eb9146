import { Anchor, Select } from '@mantine/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useSurroundings } from '../../session/EditorContext'
import type { FieldProps } from '../field-props'
import { FieldFrame } from './FieldFrame'

/** A published module. */
export function ModuleField({ spec, value, onChange, label, help, problems, readOnly }: FieldProps) {
  const t = useTranslations('editor.fields')
  const modules = useSurroundings((state) => state.modules)
  const current = typeof value === 'string' && value !== '' ? value : null
  const data = [...modules.values()].map((module) => ({ value: module.flowId, label: module.name }))
  const known = current !== null && modules.has(current)
  return (
    <FieldFrame
      label={label}
      help={help}
      problems={problems}
      aside={
        known && (
          <Anchor component={Link} href={`/flows/${current}`} size="xs" target="_blank">
            {t('openModule')}
          </Anchor>
        )
      }
    >
      {({ id, describedBy }) => (
        <Select
          id={id}
          aria-describedby={describedBy}
          data={current !== null && !known ? [...data, { value: current, label: t('unknownModule') }] : data}
          value={current}
          onChange={(next) => onChange(next ?? (spec.optional ? undefined : ''))}
          placeholder={t('modulePlaceholder')}
          nothingFoundMessage={t('noModules')}
          searchable
          readOnly={readOnly}
          error={problems.some((problem) => problem.severity === 'error')}
          comboboxProps={{ withinPortal: true, shadow: 'lg' }}
        />
      )}
    </FieldFrame>
  )
}
