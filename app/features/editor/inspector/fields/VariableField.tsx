import { Combobox, InputBase, useCombobox } from '@mantine/core'
import { IconPlus, IconVariable } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { VariableName, type VariableType } from '@/engine/flow'
import { reservedVariableNames } from '@/engine/flow/expressions'
import { addVariable } from '../../model/edits/flow'
import { useEditor } from '../../session/EditorContext'
import type { FieldProps } from '../field-props'
import { useBare } from './bare'
import { FieldFrame } from './FieldFrame'
import classes from './Fields.module.css'

/** A variable to write to: one that is declared, or a new one, declared in the same step. */
export function VariableField({ spec, value, onChange, label, help, problems, readOnly }: FieldProps) {
  const t = useTranslations('editor.fields')
  const types = useTranslations('editor.variables.types')
  const variables = useEditor((state) => state.document.variables)
  const bare = useBare()
  const [search, setSearch] = useState<string | null>(null)
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      setSearch(null)
    },
  })
  const type: VariableType = (spec.input.kind === 'variable' && spec.input.type) || 'string'
  const current = typeof value === 'string' ? value : ''
  const typed = search ?? current
  const wanted = (search ?? '').trim()
  const shown = variables.filter((variable) => variable.name.toLowerCase().includes(wanted.toLowerCase()))
  const fits = (variable: { type: VariableType }) => spec.input.kind !== 'variable' || !spec.input.type || variable.type === spec.input.type
  const creatable =
    wanted !== '' &&
    VariableName.safeParse(wanted).success &&
    !reservedVariableNames.has(wanted) &&
    !variables.some((variable) => variable.name === wanted)
  const submit = (option: string) => {
    if (option === '$create') onChange(wanted, (document) => addVariable(document, { name: wanted, type }))
    else onChange(option === '$none' ? (spec.optional ? undefined : '') : option)
    combobox.closeDropdown()
  }
  return (
    <FieldFrame label={label} help={help} problems={problems}>
      {({ id, describedBy }) => (
        <Combobox store={combobox} onOptionSubmit={submit} withinPortal shadow="lg" readOnly={readOnly}>
          <Combobox.Target>
            <InputBase
              id={id}
              aria-describedby={describedBy}
              value={typed}
              placeholder={bare ? label : t('variablePlaceholder')}
              readOnly={readOnly}
              leftSection={<IconVariable size={15} stroke={1.75} />}
              rightSection={<Combobox.Chevron />}
              rightSectionPointerEvents="none"
              error={problems.some((problem) => problem.severity === 'error')}
              classNames={{ input: classes.mono }}
              onClick={() => combobox.openDropdown()}
              onFocus={() => combobox.openDropdown()}
              onBlur={() => combobox.closeDropdown()}
              onChange={(event) => {
                setSearch(event.currentTarget.value)
                combobox.openDropdown()
                combobox.updateSelectedOptionIndex()
              }}
            />
          </Combobox.Target>
          <Combobox.Dropdown>
            <Combobox.Options mah={220} style={{ overflowY: 'auto' }}>
              {shown.map((variable) => (
                <Combobox.Option key={variable.name} value={variable.name} disabled={!fits(variable)} active={variable.name === current}>
                  <span className={classes.mono}>{variable.name}</span> <span className={classes.type}>{types(variable.type)}</span>
                </Combobox.Option>
              ))}
              {creatable && (
                <Combobox.Option value="$create">
                  <IconPlus size={13} stroke={2} style={{ verticalAlign: -2 }} aria-hidden />{' '}
                  {t('createVariable', { name: wanted, type: types(type) })}
                </Combobox.Option>
              )}
              {(spec.optional || spec.initial === '') && current !== '' && (
                <Combobox.Option value="$none">{t('noVariable')}</Combobox.Option>
              )}
              {shown.length === 0 && !creatable && (
                <Combobox.Empty>{wanted === '' ? t('typeToCreate') : t('badVariableName')}</Combobox.Empty>
              )}
            </Combobox.Options>
          </Combobox.Dropdown>
        </Combobox>
      )}
    </FieldFrame>
  )
}
