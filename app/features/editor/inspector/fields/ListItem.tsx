import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { equal } from '../../model/equal'
import { useNodeWords } from '../../words/useNodeWords'
import { FieldRow, isShown } from '../FieldRow'
import { useFormScope } from '../FormContext'
import type { FieldPath } from '../field-props'
import type { FieldSpec } from '../field-spec'
import { FieldProblems } from './FieldProblems'
import classes from './Fields.module.css'
import { Grip } from './Grip'
import { InlineField } from './InlineField'
import type { Reorder } from './useReorder'

interface Props {
  readonly spec: FieldSpec
  readonly path: FieldPath
  readonly index: number
  readonly item: unknown
  /** In one line. */
  readonly compact: boolean
  readonly label: string
  readonly readOnly: boolean
  readonly reorder: Reorder
  readonly onRemove: () => void
}

/** One entry of a list: in a line, or a box of its own. */
export function ListItem({ spec, path, index, item, compact, label, readOnly, reorder, onRemove }: Props) {
  const t = useTranslations('editor.fields')
  const { node, problems } = useFormScope()
  const words = useNodeWords()
  const own = useMemo(() => problems.filter((problem) => problem.path && equal(problem.path.slice(0, path.length), path)), [problems, path])
  if (!spec.item) return null
  const inItem = 'fields' in spec.item ? spec.item.fields.filter((field) => isShown(field, item)) : [spec.item.value]
  const grip = !readOnly && <Grip reorder={reorder} index={index} label={t('moveItem', { label, number: index + 1 })} />
  const remove = !readOnly && (
    <ActionIcon size="sm" aria-label={t('removeItem', { label, number: index + 1 })} onClick={onRemove}>
      <IconX size={14} />
    </ActionIcon>
  )
  const drag = { 'data-drop': reorder.over === index || undefined, 'data-dragging': reorder.from === index || undefined }
  if (compact)
    return (
      <li {...drag} data-row>
        <div className={classes.row}>
          {grip}
          <div className={classes.rowFields}>
            {inItem.map((field) => (
              <InlineField key={field.key} spec={field} base={path} />
            ))}
          </div>
          {remove}
        </div>
        <FieldProblems problems={own} />
      </li>
    )
  const single = inItem.length === 1
  return (
    <li className={classes.stacked} {...drag} data-row>
      <div className={classes.stackedHead}>
        {grip}
        <span>{single && inItem[0] ? `${words.field(node.type, [...path, inItem[0].key]).label} ${index + 1}` : index + 1}</span>
        {remove}
      </div>
      <div className={classes.stackedFields}>
        {inItem.map((field) => (
          <FieldRow key={field.key} spec={field} base={path} />
        ))}
      </div>
    </li>
  )
}
