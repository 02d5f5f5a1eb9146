import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { moved } from '../../model/edits/flow'
import type { FieldProps } from '../field-props'
import { freshItem } from '../fresh-item'
import { useStable } from '../useStable'
import { FieldFrame } from './FieldFrame'
import classes from './Fields.module.css'
import { ListItem } from './ListItem'
import { listLayout } from './list-layout'
import { useReorder } from './useReorder'

/** A list: add, remove, and put in order by dragging or with Alt and the arrow keys. */
export function ListField({ spec, path, value, onChange, label, help, problems, readOnly }: FieldProps) {
  const t = useTranslations('editor.fields')
  const items: readonly unknown[] = Array.isArray(value) ? value : []
  const move = useStable((from: number, to: number) => onChange(moved(items, from, to)))
  const remove = useStable((index: number) => onChange(items.filter((_, at) => at !== index)))
  const reorder = useReorder(items.length, move)
  const layout = listLayout(spec)
  return (
    <FieldFrame label={label} help={help} problems={problems} group>
      {() => (
        <>
          <ul className={classes.rows} ref={reorder.list}>
            {items.map((item, index) => (
              <ListItem
                key={keyOf(item, index)}
                spec={spec}
                base={path}
                index={index}
                item={item}
                layout={layout}
                label={label}
                readOnly={readOnly}
                reorder={reorder}
                onRemove={items.length > spec.minItems ? remove : null}
              />
            ))}
          </ul>
          {!readOnly && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              mt={items.length > 0 ? 6 : 0}
              leftSection={<IconPlus size={13} />}
              onClick={() => onChange([...items, freshItem(spec, items)])}
              data-testid={`add-${spec.key}`}
            >
              {t('addItem')}
            </Button>
          )}
        </>
      )}
    </FieldFrame>
  )
}

/** Entries with ids of their own keep their editors when they are put in another order. */
function keyOf(item: unknown, index: number): string | number {
  if (typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string') return item.id
  return index
}
