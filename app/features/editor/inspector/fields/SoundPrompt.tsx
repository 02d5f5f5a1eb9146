import { Select } from '@mantine/core'
import { IconMusic } from '@tabler/icons-react'
import { useLocale, useTranslations } from 'next-intl'
import { short } from '@/app/ui/time/duration'
import type { Prompt } from '@/engine/flow'
import { useSurroundings } from '../../session/EditorContext'

interface Props {
  readonly prompt: Extract<Prompt, { kind: 'sound' }>
  readonly label: string
  readonly readOnly: boolean
  readonly onChange: (prompt: Prompt) => void
}

/** A sound of the library. */
export function SoundPrompt({ prompt, label, readOnly, onChange }: Props) {
  const t = useTranslations('editor.prompts')
  const locale = useLocale()
  const sounds = useSurroundings((state) => state.sounds)
  const known = sounds.some((sound) => sound.name === prompt.sound)
  const data = sounds.map((sound) => ({ value: sound.name, label: `${sound.name} · ${short(sound.durationMs, locale)}` }))
  return (
    <Select
      aria-label={label}
      data={prompt.sound && !known ? [...data, { value: prompt.sound, label: prompt.sound }] : data}
      value={prompt.sound || null}
      onChange={(sound) => onChange({ ...prompt, sound: sound ?? '' })}
      placeholder={t('soundPlaceholder')}
      nothingFoundMessage={t('noSounds')}
      leftSection={<IconMusic size={15} stroke={1.75} />}
      variant="unstyled"
      pl={8}
      searchable
      readOnly={readOnly}
      comboboxProps={{ withinPortal: true, shadow: 'lg' }}
    />
  )
}
