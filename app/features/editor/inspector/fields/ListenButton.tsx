import { ActionIcon, Loader, Tooltip } from '@mantine/core'
import { IconPlayerPlayFilled, IconPlayerStopFilled } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import type { Prompt } from '@/engine/flow'
import { useFlowLanguage } from '../../session/useFlowLanguage'
import { previewUrl, usePreview } from './usePreview'

/** Plays what the caller will hear. Values are not known yet and are left out. */
export function ListenButton({ prompt }: { prompt: Prompt }) {
  const t = useTranslations('editor.prompts')
  const flowLanguage = useFlowLanguage()
  const url = previewUrl(prompt, flowLanguage)
  const { state, play, stop } = usePreview(url)
  if (prompt.kind === 'value') return null
  const label = state === 'failed' ? t('listenFailed') : state === 'playing' ? t('stop') : t('listen')
  return (
    <Tooltip label={label} opened={state === 'failed' ? true : undefined}>
      <ActionIcon
        size="sm"
        aria-label={label}
        disabled={url === null}
        onClick={state === 'playing' ? stop : play}
        color={state === 'failed' ? 'red' : 'gray'}
      >
        {state === 'loading' ? (
          <Loader size={12} />
        ) : state === 'playing' ? (
          <IconPlayerStopFilled size={13} />
        ) : (
          <IconPlayerPlayFilled size={13} />
        )}
      </ActionIcon>
    </Tooltip>
  )
}
