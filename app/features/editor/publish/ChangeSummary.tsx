import { Text } from '@mantine/core'
import { IconMinus, IconPencil, IconPlus, IconVariable } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import type { FlowNode } from '@/engine/flow'
import { NodeIcon } from '../canvas/NodeIcon'
import { type Comparison, differs } from '../model/compare'
import { useNodeWords } from '../words/useNodeWords'
import classes from './ChangeSummary.module.css'

const icon = { size: 13, stroke: 2, 'aria-hidden': true } as const

/** What is different from what calls run now. Null: nothing was published yet. */
export function ChangeSummary({ comparison }: { comparison: Comparison | null }) {
  const t = useTranslations('editor.changes')
  const words = useNodeWords()
  if (!comparison)
    return (
      <Text size="sm" c="dimmed">
        {t('first')}
      </Text>
    )
  if (!differs(comparison))
    return (
      <Text size="sm" c="dimmed">
        {comparison.looks > 0 ? t('looksOnly') : t('none')}
      </Text>
    )
  const what = (node: FlowNode, fields: readonly string[], exits: readonly string[]) =>
    [
      ...new Set(
        fields.map((field) =>
          field.startsWith('config.') ? words.field(node.type, [field.slice(7)]).label : t(`fields.${field === 'name' ? 'name' : 'other'}`),
        ),
      ),
      ...(exits.length > 0 ? [t('exits', { count: exits.length })] : []),
    ].join(', ')
  return (
    <div className={classes.summary}>
      <ul className={classes.list}>
        {comparison.added.map((node) => (
          <Row key={node.id} kind="added" node={node} title={words.title(node)} label={t('added')} />
        ))}
        {comparison.changed.map(({ node, fields, exits }) => (
          <Row key={node.id} kind="changed" node={node} title={words.title(node)} detail={what(node, fields, exits)} label={t('changed')} />
        ))}
        {comparison.removed.map((node) => (
          <Row key={node.id} kind="removed" node={node} title={words.title(node)} label={t('removed')} />
        ))}
        {comparison.variables.length > 0 && (
          <li className={classes.row} data-kind="changed">
            <IconVariable {...icon} />
            <span className={classes.title}>{t('variables', { names: comparison.variables.join(', ') })}</span>
          </li>
        )}
        {comparison.flow.length > 0 && (
          <li className={classes.row} data-kind="changed">
            <IconPencil {...icon} />
            <span className={classes.title}>{t('flow')}</span>
          </li>
        )}
      </ul>
    </div>
  )
}

const marks = { added: IconPlus, changed: IconPencil, removed: IconMinus } as const

function Row({
  kind,
  node,
  title,
  detail,
  label,
}: {
  kind: keyof typeof marks
  node: FlowNode
  title: string
  detail?: string
  label: string
}) {
  const Mark = marks[kind]
  return (
    <li className={classes.row} data-kind={kind}>
      <span className={classes.mark} title={label}>
        <Mark {...icon} />
        <span className={classes.hidden}>{label}</span>
      </span>
      <NodeIcon type={node.type} size={15} />
      <span className={classes.title}>{title}</span>
      {detail && <span className={classes.detail}>{detail}</span>}
    </li>
  )
}
