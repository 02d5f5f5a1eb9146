'use client'

import { Button, Menu } from '@mantine/core'
import { IconTrash, IconUpload, IconVolume } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { NothingMatches } from '@/app/features/shared/NothingMatches'
import { useNotify } from '@/app/features/shared/notify'
import { QueryTable } from '@/app/features/shared/QueryTable'
import { matching } from '@/app/features/shared/search'
import { useTRPC } from '@/app/features/shared/trpc'
import { useAudioLabels } from '@/app/features/shared/useAudioLabels'
import { useChanged } from '@/app/features/shared/useChanged'
import { confirm } from '@/app/ui/feedback/confirm'
import { EmptyState } from '@/app/ui/feedback/EmptyState'
import { SearchInput } from '@/app/ui/fields/SearchInput'
import { AudioPlayer } from '@/app/ui/media/AudioPlayer'
import { RowMenu } from '@/app/ui/table'
import { RelativeTime } from '@/app/ui/time/RelativeTime'
import { SettingsPage } from '../SettingsPage'
import { UploadSoundDialog } from './UploadSoundDialog'
import { soundUrl } from './uploadSound'

/** The sound library. */
export function SoundsPage() {
  const t = useTranslations('settings.sounds')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const notify = useNotify()
  const changed = useChanged()
  const audioLabels = useAudioLabels()
  const [search, setSearch] = useState('')
  const [uploading, setUploading] = useState(false)
  const sounds = useQuery(trpc.sounds.list.queryOptions())
  const remove = useMutation(
    trpc.sounds.remove.mutationOptions({
      onSuccess: (_done, { name }) => changed(t('removed', { name }), trpc.sounds.list.queryKey()),
      onError: notify.failed,
    }),
  )
  const askRemove = async (name: string) => {
    const sure = await confirm({
      title: t('removeTitle', { name }),
      body: t('removeBody'),
      confirm: common('remove'),
      cancel: common('cancel'),
      danger: true,
    })
    if (sure) remove.mutate({ name })
  }
  const upload = (
    <Button leftSection={<IconUpload size={16} stroke={1.75} />} onClick={() => setUploading(true)}>
      {t('upload')}
    </Button>
  )
  const some = Boolean(sounds.data?.length)
  return (
    <SettingsPage
      of="sounds"
      actions={some ? upload : undefined}
      tools={
        some ? <SearchInput value={search} onChange={setSearch} label={t('searchLabel')} clearLabel={common('clearSearch')} /> : undefined
      }
    >
      <QueryTable
        query={sounds}
        label={t('title')}
        rows={sounds.data && matching(sounds.data, search, (sound) => [sound.name])}
        rowKey={(sound) => sound.name}
        empty={
          search ? (
            <NothingMatches onClear={() => setSearch('')} />
          ) : (
            <EmptyState
              icon={<IconVolume size={20} stroke={1.75} />}
              title={t('empty.title')}
              description={t('empty.text')}
              action={upload}
            />
          )
        }
        columns={[
          {
            key: 'name',
            header: t('columns.name'),
            sortBy: (sound) => sound.name,
            cell: (sound) => <span style={{ fontWeight: 500 }}>{sound.name}</span>,
          },
          {
            key: 'sound',
            header: t('columns.sound'),
            width: '17rem',
            sortBy: (sound) => sound.durationMs,
            cell: (sound) => (
              <AudioPlayer
                compact
                src={soundUrl(sound.name)}
                durationMs={sound.durationMs}
                labels={{ ...audioLabels, play: t('playing', { name: sound.name }) }}
              />
            ),
          },
          {
            key: 'added',
            header: t('columns.added'),
            width: '9rem',
            sortBy: (sound) => sound.createdAt,
            cell: (sound) => <RelativeTime at={sound.createdAt} />,
          },
          {
            key: 'actions',
            header: common('actions'),
            hideHeader: true,
            width: '3.5rem',
            align: 'end',
            cell: (sound) => (
              <RowMenu label={t('actionsOf', { name: sound.name })}>
                <Menu.Item color="red" leftSection={<IconTrash size={16} stroke={1.75} />} onClick={() => void askRemove(sound.name)}>
                  {t('remove')}
                </Menu.Item>
              </RowMenu>
            ),
          },
        ]}
      />
      <UploadSoundDialog opened={uploading} onClose={() => setUploading(false)} />
    </SettingsPage>
  )
}
