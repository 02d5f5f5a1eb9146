'use client'

import { Alert, Button, Group, PasswordInput, SimpleGrid, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useNotify } from '@/app/features/shared/notify'
import { type Outputs, useTRPC } from '@/app/features/shared/trpc'
import { useChanged } from '@/app/features/shared/useChanged'
import { useProblemText } from '@/app/features/shared/useProblemText'
import { confirm } from '@/app/ui/feedback/confirm'

type Trunk = Outputs['settings']['get']['trunk']

/** Fields of one row begin and end on one line, however long their help. */
const helpBelow: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error']

/** The one trunk. Its password goes in and never comes out. */
export function TrunkForm({ trunk }: { trunk: Trunk }) {
  const t = useTranslations('settings.telephony')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const notify = useNotify()
  const changed = useChanged()
  const problemText = useProblemText()
  const [host, setHost] = useState(trunk?.host ?? '')
  const [username, setUsername] = useState(trunk?.username ?? '')
  const [password, setPassword] = useState('')
  const [fromNumber, setFromNumber] = useState(trunk?.fromNumber ?? '')
  const save = useMutation(
    trpc.settings.set.mutationOptions({
      onSuccess: async () => {
        setPassword('')
        await changed(t('trunkSaved'), trpc.settings.get.queryKey())
      },
    }),
  )
  const remove = useMutation(
    trpc.settings.set.mutationOptions({
      onSuccess: async () => {
        setHost('')
        setUsername('')
        setFromNumber('')
        await changed(t('trunkRemoved'), trpc.settings.get.queryKey())
      },
      onError: notify.failed,
    }),
  )
  const askRemove = async () => {
    const sure = await confirm({
      title: t('removeTrunkTitle'),
      body: t('removeTrunkBody'),
      confirm: common('remove'),
      cancel: common('cancel'),
      danger: true,
    })
    if (sure) remove.mutate({ trunk: null })
  }
  const unchanged =
    host === (trunk?.host ?? '') && username === (trunk?.username ?? '') && fromNumber === (trunk?.fromNumber ?? '') && !password
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const said = { host: host.trim(), username: username.trim() || null, fromNumber: fromNumber.replace(/[\s()-]/g, '') || null }
        save.mutate({ trunk: { ...said, ...(password ? { password } : {}) } })
      }}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm">
        <TextInput
          label={t('host')}
          description={t('hostHelp')}
          inputWrapperOrder={helpBelow}
          value={host}
          onChange={(event) => setHost(event.currentTarget.value)}
          required
          withAsterisk={false}
          spellCheck={false}
        />
        <TextInput
          label={t('fromNumber')}
          description={t('fromNumberHelp')}
          inputWrapperOrder={helpBelow}
          value={fromNumber}
          onChange={(event) => setFromNumber(event.currentTarget.value)}
          inputMode="tel"
        />
        <TextInput
          label={t('username')}
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
        />
        <PasswordInput
          label={t('password')}
          placeholder={trunk?.hasPassword ? '••••••••' : undefined}
          description={trunk?.hasPassword ? t('passwordKept') : undefined}
          inputWrapperOrder={helpBelow}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="off"
        />
      </SimpleGrid>
      {save.isError && (
        <Alert color="red" variant="light" p="xs" mt="sm" icon={<IconAlertTriangle size={16} />} role="alert">
          {problemText(save.error)}
        </Alert>
      )}
      <Group gap="xs" mt="md">
        <Button type="submit" loading={save.isPending} disabled={unchanged}>
          {common('save')}
        </Button>
        {trunk && (
          <Button variant="subtle" color="red" onClick={() => void askRemove()} loading={remove.isPending}>
            {t('removeTrunk')}
          </Button>
        )}
      </Group>
    </form>
  )
}
