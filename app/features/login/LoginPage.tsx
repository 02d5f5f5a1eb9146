import { Paper, Title } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { Logo } from '@/app/features/shell/Logo'
import { LoginForm } from './LoginForm'
import classes from './LoginPage.module.css'
import { LoginPreferences } from './LoginPreferences'

/** The first thing one sees. */
export function LoginPage({ next }: { next?: string }) {
  const t = useTranslations('login')
  const shell = useTranslations('shell')
  return (
    <main className={classes.page}>
      <div className={classes.column}>
        <div className={classes.brand}>
          <Logo size={36} />
          <Title order={1} className={classes.title}>
            {shell('product')}
          </Title>
          <p className={classes.tagline}>{t('subtitle')}</p>
        </div>
        <Paper withBorder className={classes.card}>
          <LoginForm next={next} />
        </Paper>
        <p className={classes.hint}>{t('firstTime')}</p>
      </div>
      <LoginPreferences />
    </main>
  )
}
