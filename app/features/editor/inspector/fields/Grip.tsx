import { IconGripVertical } from '@tabler/icons-react'
import { memo } from 'react'
import classes from './Fields.module.css'
import type { Reorder } from './useReorder'

/** Where an entry is taken to be moved. */
export const Grip = memo(function Grip({ reorder, index, label }: { reorder: Reorder; index: number; label: string }) {
  return (
    <button
      type="button"
      className={classes.grip}
      aria-label={label}
      title={label}
      data-grip
      onPointerDown={(event) => reorder.onPointerDown(index, event)}
      onKeyDown={(event) => reorder.onKeyDown(index, event)}
    >
      <IconGripVertical size={14} stroke={1.75} aria-hidden />
    </button>
  )
})
