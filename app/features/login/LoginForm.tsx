'use client'

import { Alert, Button, PasswordInput, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { safeNext } from '@/app/features/shared/session'
import { type SignInFailure, signIn } from './auth'

/** Email and password. After too many attempts the button counts the wait down. */
export function LoginForm({ next }: { next?: string }) {
  const t = useTranslations('login')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<SignInFailure | null>(null)
  const wait = failure?.reason === 'throttled' ? failure.seconds : 0

  useEffect(() => {
    if (wait === 0) return
    const timer = setTimeout(() => setFailure(wait > 1 ? { reason: 'throttled', seconds: wait - 1 } : null), 1000)
    return () => clearTimeout(timer)
  }, [wait])

  const submit = async () => {
    setPending(true)
    const failed = await signIn(email, password)
    if (!failed) {
      // A full load: nothing of an earlier login stays in memory.
      window.location.assign(safeNext(next))
      return
    }
    setFailure(failed)
    setPending(false)
    if (failed.reason === 'wrong') setPassword('')
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
      style={{ display: 'grid', gap: 'var(--mantine-spacing-md)' }}
    >
      <TextInput
        label={t('email')}
        type="email"
        name="email"
        size="md"
        autoComplete="username"
        required
        withAsterisk={false}
        autoFocus
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('password')}
        name="password"
        size="md"
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {failure && (
        <Alert color="red" variant="light" p="xs" icon={<IconAlertTriangle size={16} />} role="alert">
          {failure.reason === 'throttled' ? t('throttled', { seconds: failure.seconds }) : t(failure.reason)}
        </Alert>
      )}
      <Button type="submit" size="md" fullWidth loading={pending} disabled={wait > 0}>
        {t('submit')}
      </Button>
    </form>
  )
}
