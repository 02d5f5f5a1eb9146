import { notifications } from '@mantine/notifications'
import { IconArrowBackUp, IconArrowForwardUp, IconInfoCircle } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { Say } from '../session/actions'
import type { UiStore } from '../session/ui-store'
import { useDiagnosticText } from '../words/useDiagnosticText'
import { useNodeWords } from '../words/useNodeWords'

/** Finds the words for what the editor has to tell: refusals beside the pointer, the rest in the corner. */
export function useSay(ui: UiStore): Say {
  const t = useTranslations('editor.messages')
  const commands = useTranslations('editor.commands')
  const reason = useDiagnosticText()
  const words = useNodeWords()
  return useCallback(
    (message) => {
      const show = (text: string, icon: React.ReactNode) =>
        notifications.show({ id: 'editor-said', message: text, icon, color: 'gray', autoClose: 2_500, withCloseButton: false })
      switch (message.kind) {
        case 'illegal': {
          // the one that can be drawn by hand; the finding's own words are about a connection that is there
          const text = message.reason.code === 'PB110' ? t('intoStart') : reason(message.reason)
          const screen = message.at ?? { x: window.innerWidth / 2, y: window.innerHeight / 2 }
          ui.setState((before) => ({ hint: { text, screen, nonce: (before.hint?.nonce ?? 0) + 1 } }))
          return
        }
        case 'left-out':
          show(t('leftOut', { types: message.types.map(words.typeName).join(', ') }), <IconInfoCircle size={16} />)
          return
        case 'nothing-to-paste':
          show(t('nothingToPaste'), <IconInfoCircle size={16} />)
          return
        case 'undone':
          show(t('undone', { what: commands(message.name) }), <IconArrowBackUp size={16} />)
          return
        case 'redone':
          show(t('redone', { what: commands(message.name) }), <IconArrowForwardUp size={16} />)
          return
      }
    },
    [ui, t, commands, reason, words],
  )
}
