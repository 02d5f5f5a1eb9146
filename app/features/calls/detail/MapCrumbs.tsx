import { UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import type { Call } from './CallHeader'
import classes from './CallMap.module.css'
import { moduleAt, scopeOf } from './drawings'

interface Props {
  session: Call['sessions'][number]
  scope: string
  onChoose: (scope: string) => void
}

/** Which drawing one looks at, from the flow down to the module; a press goes back up. */
export function MapCrumbs({ session, scope, onChoose }: Props) {
  const t = useTranslations('calls.detail')
  const name = (of: string) => {
    const module = moduleAt(session, of)
    return module ? t('moduleVersion', { name: module.document.name, number: module.versionNumber }) : session.document.name
  }
  return (
    <nav className={classes.crumbs} aria-label={t('drawings')}>
      <ol>
        {[...outwards(scope)].reverse().map((of) => (
          <li key={of}>
            {of !== '' && <IconChevronRight className={classes.between} size={13} aria-hidden />}
            {of === scope ? (
              <span className={classes.crumb} aria-current="page">
                {name(of)}
              </span>
            ) : (
              <UnstyledButton className={classes.crumb} fz="xs" onClick={() => onChoose(of)}>
                {name(of)}
              </UnstyledButton>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The scope, the one around it, and so on to the flow. */
function outwards(scope: string): string[] {
  return scope === '' ? [''] : [scope, ...outwards(scopeOf(scope))]
}
