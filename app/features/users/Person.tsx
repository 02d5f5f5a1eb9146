import { Avatar, Badge } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { Outputs } from '@/app/features/shared/trpc'
import classes from './Person.module.css'

/** A user's face, name and address. */
export function Person({ user, you }: { user: Outputs['users']['list'][number]; you: boolean }) {
  const t = useTranslations('users')
  return (
    <span className={classes.person}>
      <Avatar size={28} radius="xl" name={user.name} color="signal" aria-hidden />
      <span className={classes.words}>
        <span className={classes.name}>
          {user.name} {you && <Badge size="xs">{t('you')}</Badge>}
        </span>
        <span className={classes.email}>{user.email}</span>
      </span>
    </span>
  )
}
