import { Avatar, Tooltip } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { Person } from './useFlowWatch'

const SHOWN = 4

/** Who else has the flow open. */
export function PresenceAvatars({ people }: { people: readonly Person[] }) {
  const t = useTranslations('editor.presence')
  if (people.length === 0) return null
  const rest = people.slice(SHOWN)
  return (
    <Tooltip.Group openDelay={200}>
      <Avatar.Group spacing={6} aria-label={t('here', { names: people.map((person) => person.name).join(', ') })} role="group">
        {people.slice(0, SHOWN).map((person) => (
          <Tooltip key={person.id} label={t('person', { name: person.name })}>
            <Avatar name={person.name} color="initials" size={26} radius="xl" alt={person.name} />
          </Tooltip>
        ))}
        {rest.length > 0 && (
          <Tooltip label={rest.map((person) => person.name).join(', ')}>
            <Avatar size={26} radius="xl">{`+${rest.length}`}</Avatar>
          </Tooltip>
        )}
      </Avatar.Group>
    </Tooltip.Group>
  )
}
