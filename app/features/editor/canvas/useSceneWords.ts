import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useNodeWords } from '../words/useNodeWords'
import type { Scene } from './project'

/** What screen readers are told of cards and edges. */
export function useSceneWords(): Pick<Scene, 'describeStep' | 'describeEdge' | 'roleDescription'> {
  const t = useTranslations('editor.canvas')
  const words = useNodeWords()
  return useMemo(
    () => ({
      describeStep: (node, { summary }) => {
        const says = summary.flatMap((line) => (line.kind === 'says' || line.kind === 'code' ? [line.text] : [])).join('. ')
        const type = words.typeName(node.type)
        const title = node.name ? t('stepLabel', { name: node.name, type }) : type
        return says ? `${title}: ${says.slice(0, 160)}` : title
      },
      describeEdge: (edge, from, outcome) => t('edgeLabel', { outcome: words.outcome(from.type, outcome ?? { id: edge.outcome }) }),
      roleDescription: { step: t('stepRole'), note: t('noteRole'), edge: t('edgeRole') },
    }),
    [t, words],
  )
}
