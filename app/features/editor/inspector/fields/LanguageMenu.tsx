import { Menu, UnstyledButton } from '@mantine/core'
import { IconCheck, IconLanguage } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { useFlowLanguage } from '../../session/useFlowLanguage'
import classes from './Prompts.module.css'

const languages = ['en', 'zh-CN'] as const

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
  const flowLanguage = useFlowLanguage()
  const name = (code: string) => (languages.some((known) => known === code) ? t(`languages.${code as 'en'}`) : code) // a known one, see before
  return (
    <Menu position="bottom-start" withinPortal disabled={readOnly}>
      <Menu.Target>
        <UnstyledButton
          className={classes.language}
          data-own={language ? true : undefined}
          aria-label={t('language', { language: name(language ?? flowLanguage) })}
        >
          <IconLanguage size={14} stroke={1.75} aria-hidden />
          {language ? name(language) : ''}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item rightSection={language ? null : <IconCheck size={14} />} onClick={() => onChange(null)}>
          {t('flowLanguage', { language: name(flowLanguage) })}
        </Menu.Item>
        {languages.map((code) => (
          <Menu.Item key={code} rightSection={language === code ? <IconCheck size={14} /> : null} onClick={() => onChange(code)}>
            {name(code)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
})
