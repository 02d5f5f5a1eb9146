import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import type { FlowNode } from '@/engine/flow'
import { RoleIcon } from '../canvas/RoleIcon'
import { exits } from '../model/explain'
import { edgeKey } from '../model/keys'
import { useActions, useEditor, useSurroundings } from '../session/EditorContext'
import { useNodeWords } from '../words/useNodeWords'
import classes from './Connections.module.css'

/** Where each exit leads: follow, cut, or connect it from here. */
export function Connections({ node, readOnly }: { node: FlowNode; readOnly: boolean }) {
  const t = useTranslations('editor.inspector')
  const words = useNodeWords()
  const actions = useActions()
  const document = useEditor((state) => state.document)
  const explain = useSurroundings((state) => state.explain)
  const outcomes = exits(document, node, explain(node))
  if (outcomes.length === 0) return null
  return (
    <section className={classes.section} aria-label={t('connections')}>
      <h3 className={classes.title}>{t('connections')}</h3>
      <ul className={classes.list}>
        {outcomes.map((outcome) => {
          const edge = document.edges.find((edge) => edge.from === node.id && edge.outcome === outcome.id)
          const target = edge && document.nodes.find((other) => other.id === edge.to)
          const label = words.outcome(node.type, outcome)
          return (
            <li key={outcome.id} className={classes.row} data-role={outcome.role}>
              <RoleIcon role={outcome.role} size={14} className={classes.icon} />
              <span className={classes.label} title={label}>
                {label}
              </span>
              {edge && target ? (
                <>
                  <UnstyledButton
                    className={classes.target}
                    onClick={() => actions.take(target.id)}
                    title={t('goTo', { name: words.title(target) })}
                  >
                    {words.title(target)}
                  </UnstyledButton>
                  {!readOnly && (
                    <ActionIcon
                      size={20}
                      aria-label={t('disconnect', { outcome: label })}
                      onClick={() => actions.disconnect(edgeKey(edge))}
                    >
                      <IconX size={12} />
                    </ActionIcon>
                  )}
                </>
              ) : readOnly ? (
                <span className={classes.nowhere}>{t('nowhere')}</span>
              ) : (
                <Tooltip label={t('connect', { outcome: label })}>
                  <UnstyledButton
                    className={classes.add}
                    aria-label={t('connect', { outcome: label })}
                    onClick={(event) => {
                      const { left, top } = event.currentTarget.getBoundingClientRect()
                      const exit = { from: node.id, outcome: outcome.id }
                      actions.openQuickAdd({ screen: { x: left - 340, y: top + 20 }, at: actions.after(exit), from: exit, targets: true })
                    }}
                  >
                    <IconPlus size={13} stroke={2} aria-hidden />
                    {t('connectShort')}
                  </UnstyledButton>
                </Tooltip>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
