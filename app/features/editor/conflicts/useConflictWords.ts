import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { FlowEdge, FlowNode } from '@/engine/flow'
import { strings } from '../model/edits/flow'
import { fieldOf } from '../model/fields'
import type { Conflict } from '../model/merge'
import { useEditor } from '../session/EditorContext'
import { useNodeWords } from '../words/useNodeWords'

const fieldNames = ['name', 'description', 'type', 'text', 'to', 'color', 'label', 'initial'] as const

/** A conflict in the terms of who has to settle it. */
export function useConflictWords() {
  const t = useTranslations('editor.conflicts')
  const words = useNodeWords()
  const nodes = useEditor((state) => state.document.nodes)
  return useMemo(() => {
    const nodeName = (id: string) => {
      const node = nodes.find((node) => node.id === id)
      return node ? words.title(node) : id
    }
    const asNode = (value: unknown) => FlowNode.safeParse(value).data
    const asEdge = (value: unknown) => FlowEdge.safeParse(value).data
    const node = (conflict: Conflict) => asNode(conflict.mine) ?? asNode(conflict.theirs)
    const title = (conflict: Conflict): string => {
      if (conflict.list === 'nodes') {
        const found = node(conflict)
        return found ? words.title(found) : conflict.key
      }
      if (conflict.list === 'edges') return t('edge', { from: nodeName(conflict.key.split('|', 1)[0] ?? '') })
      if (conflict.list === 'variables') return t('variable', { name: conflict.key })
      return t(`lists.${conflict.list}`)
    }
    const text = (value: unknown): string => {
      if (value === undefined || value === null || value === '') return '—'
      const edge = asEdge(value)
      if (edge) return `→ ${nodeName(edge.to)}`
      if (typeof value === 'object') return strings(value).join('\n') || JSON.stringify(value)
      return String(value)
    }
    const label = (conflict: Conflict, field: string): string => {
      const found = node(conflict)
      if (found && field.startsWith('config.')) return words.field(found.type, [field.slice('config.'.length)]).label
      const known = fieldNames.find((name) => name === field)
      return known ? t(`fields.${known}`) : field
    }
    const rows = (conflict: Conflict): { field: string; mine: string; theirs: string }[] => {
      if (conflict.fields.length === 0)
        return [
          {
            field: '',
            mine: conflict.mine === undefined ? t('deleted') : text(conflict.mine),
            theirs: conflict.theirs === undefined ? t('deleted') : text(conflict.theirs),
          },
        ]
      return conflict.fields.map((field) => ({
        field: label(conflict, field),
        mine: text(conflict.list === 'head' ? conflict.mine : fieldOf(Object(conflict.mine), field)),
        theirs: text(conflict.list === 'head' ? conflict.theirs : fieldOf(Object(conflict.theirs), field)),
      }))
    }
    return { title, rows }
  }, [t, words, nodes])
}
