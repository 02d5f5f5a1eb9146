'use client'

import { Alert, Button, PasswordInput, Stack } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { changePassword, type PasswordFailure } from '@/app/features/login/auth'
import { useNotify } from '@/app/features/shared/notify'

/** As the server asks. */
const MIN_LENGTH = 10

/** Changes one's own password. */
export function PasswordForm() {
  const t = useTranslations('account.password')
  const notify = useNotify()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<PasswordFailure | 'mismatch' | null>(null)

  const submit = async () => {
    if (next !== again) {
      setFailure('mismatch')
      return
    }
    setPending(true)
    const failed = await changePassword(current, next)
    setPending(false)
    setFailure(failed)
    if (failed) return
    setCurrent('')
    setNext('')
    setAgain('')
    notify.done(t('changed'))
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Stack gap="sm" maw={340}>
        <PasswordInput
          label={t('current')}
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          autoComplete="current-password"
          required
          withAsterisk={false}
        />
        <PasswordInput
          label={t('new')}
          description={t('newHelp', { min: MIN_LENGTH })}
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
          autoComplete="new-password"
          minLength={MIN_LENGTH}
          maxLength={128}
          required
          withAsterisk={false}
        />
        <PasswordInput
          label={t('repeat')}
          value={again}
          onChange={(event) => setAgain(event.currentTarget.value)}
          autoComplete="new-password"
          required
          withAsterisk={false}
          error={failure === 'mismatch' && t('mismatch')}
        />
        {failure && failure !== 'mismatch' && (
          <Alert color="red" variant="light" p="xs" icon={<IconAlertTriangle size={16} />} role="alert">
            {t(failure)}
          </Alert>
        )}
        <div>
          <Button type="submit" loading={pending}>
            {t('submit')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
