import { Tooltip } from '@mantine/core'
import type { PointerEvent } from 'react'
import { NodeIcon } from '../canvas/NodeIcon'
import type { CatalogueItem } from './catalogue'
import classes from './PalettePanel.module.css'

interface Props {
  readonly item: CatalogueItem
  readonly onDrag: (event: PointerEvent<HTMLElement>) => void
  readonly onAdd: () => void
}

/** A step type: drag it, or press it. */
export function PaletteItem({ item, onDrag, onAdd }: Props) {
  return (
    <li>
      <Tooltip label={item.description} position="right" openDelay={500} multiline maw={240} withinPortal>
        <button
          type="button"
          className={classes.item}
          data-node-type={item.type}
          data-category={item.category}
          onPointerDown={onDrag}
          onClick={(event) => {
            // a press by keyboard, or a click that was no drag (usePaletteDrag stops those that were)
            if (!event.defaultPrevented) onAdd()
          }}
        >
          <span className={classes.icon} aria-hidden>
            <NodeIcon type={item.type} size={15} />
          </span>
          <span className={classes.name}>{item.name}</span>
        </button>
      </Tooltip>
    </li>
  )
}
