import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { memo, useMemo } from 'react'
import { useFormScope } from '../FormContext'
import type { FieldPath } from '../field-props'
import type { FieldSpec } from '../field-spec'
import { isShown } from '../shown'
import { BareFields } from './bare'
import classes from './Fields.module.css'
import { Grip } from './Grip'
import type { ListLayout } from './list-layout'
import type { Reorder } from './useReorder'

interface Props {
  readonly spec: FieldSpec
  /** Of the list. */
  readonly base: FieldPath
  readonly index: number
  readonly item: unknown
  readonly layout: ListLayout
  readonly label: string
  readonly readOnly: boolean
  readonly reorder: Reorder
  /** Null where the list must not get shorter. */
  readonly onRemove: ((index: number) => void) | null
}

/** One entry of a list: in a line, as a pair without labels, or in a box of its own. Drawn when it changes, not with its neighbours. */
export const ListItem = memo(function ListItem({ spec, base, index, item, layout, label, readOnly, reorder, onRemove }: Props) {
  const t = useTranslations('editor.fields')
  const { Field } = useFormScope()
  const path = useMemo(() => [...base, index], [base, index])
  if (!spec.item) return null
  const fields = 'fields' in spec.item ? spec.item.fields.filter((field) => isShown(field, item)) : [spec.item.value]
  const rows = fields.map((field) => (
    <div key={field.key} data-narrow={field.input.kind === 'keys' || undefined}>
      <Field spec={field} base={path} />
    </div>
  ))
  const grip = !readOnly && <Grip reorder={reorder} index={index} label={t('moveItem', { label, number: index + 1 })} />
  const remove = !readOnly && onRemove && (
    <ActionIcon size="sm" mt={4} aria-label={t('removeItem', { label, number: index + 1 })} onClick={() => onRemove(index)}>
      <IconX size={14} />
    </ActionIcon>
  )
  const drag = { 'data-drop': reorder.over === index || undefined, 'data-dragging': reorder.from === index || undefined, 'data-row': true }
  if (layout === 'box')
    return (
      <li className={classes.stacked} {...drag}>
        <div className={classes.stackedHead}>
          {grip}
          <span>{index + 1}</span>
          {remove}
        </div>
        <div className={classes.stackedFields}>{rows}</div>
      </li>
    )
  return (
    <li className={classes.row} data-pair={layout === 'pair' || undefined} {...drag}>
      {grip}
      <BareFields value>
        <div className={layout === 'pair' ? classes.pair : classes.rowFields}>{rows}</div>
      </BareFields>
      {remove}
    </li>
  )
})
