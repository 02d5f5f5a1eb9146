import { useDocumentVisibility } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useSubscription } from '@trpc/tanstack-react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useMe } from '@/app/features/shared/me'
import { useTRPC } from '@/app/features/shared/trpc'
import { useSession } from '../session/EditorContext'

export interface Person {
  readonly id: string
  readonly name: string
}

/** Follows the flow: who else has it open, what they save and publish. Hidden tabs let go of the connection. */
export function useFlowWatch(): { readonly people: readonly Person[] } {
  const t = useTranslations('editor.presence')
  const { flowId, autosave } = useSession()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const me = useMe()
  const visible = useDocumentVisibility() === 'visible'
  const [people, setPeople] = useState<readonly Person[]>([])
  useSubscription(
    trpc.flows.watch.subscriptionOptions(
      { flowId },
      {
        enabled: visible,
        onData: (event) => {
          switch (event.kind) {
            case 'saved':
              autosave.announced(event.revision)
              return
            case 'present':
              setPeople(event.users.filter((user) => user.id !== me?.user.id))
              return
            case 'published':
              void queries.invalidateQueries({ queryKey: trpc.flows.versions.queryKey({ flowId }) })
              void queries.invalidateQueries({ queryKey: trpc.flows.get.queryKey({ flowId }) })
              if (event.by !== me?.user.name)
                notifications.show({ message: t('published', { name: event.by, number: event.number }), color: 'teal' })
          }
        },
      },
    ),
  )
  return { people }
}
