import { Combobox, UnstyledButton, useCombobox } from '@mantine/core'
import { IconCheck, IconLanguage } from '@tabler/icons-react'
import { useLocale, useTranslations } from 'next-intl'
import { memo, useEffect, useState } from 'react'
import { languageName, spokenLanguages } from '@/engine/flow'
import { useFlowLanguage } from '../../session/useFlowLanguage'
import classes from './Prompts.module.css'

/** Stands for the flow's language among the options. */
const FLOW = '$flow'

/** The language that is spoken: the flow's, or one of its own. */
export const LanguageMenu = memo(function LanguageMenu({
  language,
  readOnly,
  onChange,
}: {
  language: string | undefined
  readOnly: boolean
  onChange: (language: string | null) => void
}) {
  const t = useTranslations('editor.prompts')
  const locale = useLocale()
  const flowLanguage = useFlowLanguage()
  const [search, setSearch] = useState('')
  const combobox = useCombobox({
    onDropdownOpen: () => combobox.focusSearchInput(),
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      combobox.focusTarget()
      setSearch('')
    },
  })
  // Enter takes the first of those that are left
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each list, which the search makes
  useEffect(() => {
    if (search) combobox.selectFirstOption()
    else combobox.resetSelectedOption()
  }, [search])
  const wanted = search.trim().toLowerCase()
  const all = [
    { code: FLOW, name: t('flowLanguage', { language: languageName(flowLanguage, locale) }) },
    ...spokenLanguages.map((code) => ({ code, name: languageName(code, locale) })),
  ]
  const shown = all.filter(({ code, name }) => name.toLowerCase().includes(wanted) || code.toLowerCase() === wanted)
  return (
    <Combobox
      store={combobox}
      width={230}
      position="bottom-start"
      withinPortal
      shadow="lg"
      onOptionSubmit={(code) => {
        onChange(code === FLOW ? null : code)
        combobox.closeDropdown()
      }}
    >
      <Combobox.Target targetType="button">
        <UnstyledButton
          className={classes.language}
          data-own={language ? true : undefined}
          disabled={readOnly}
          aria-label={t('language', { language: languageName(language ?? flowLanguage, locale) })}
          onClick={() => combobox.toggleDropdown()}
        >
          <IconLanguage size={14} stroke={1.75} aria-hidden />
          {language ? languageName(language, locale) : ''}
        </UnstyledButton>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={search}
          placeholder={t('findLanguage')}
          aria-label={t('findLanguage')}
          onChange={(event) => {
            setSearch(event.currentTarget.value)
          }}
        />
        <Combobox.Options mah={260} style={{ overflowY: 'auto' }}>
          {shown.map(({ code, name }) => (
            <Combobox.Option key={code} value={code} active={code === (language ?? FLOW)} className={classes.languageOption}>
              {name}
              {code === (language ?? FLOW) && <IconCheck size={14} aria-hidden />}
            </Combobox.Option>
          ))}
          {shown.length === 0 && <Combobox.Empty>{t('noLanguage')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
})
