import { Portal } from '@mantine/core'
import { NodeIcon } from '../canvas/NodeIcon'
import { useSession } from '../session/EditorContext'
import { useNodeWords } from '../words/useNodeWords'
import classes from './PalettePanel.module.css'
import type { PaletteDrag } from './usePaletteDrag'

/** The card that is being dragged, as large as it will be on the canvas. */
export function DragGhost({ drag }: { drag: PaletteDrag }) {
  const words = useNodeWords()
  const { canvas, definitions } = useSession()
  const origin = canvas.current?.toScreen({ x: 0, y: 0 })
  const unit = canvas.current?.toScreen({ x: 1, y: 0 })
  const zoom = drag.over && origin && unit ? unit.x - origin.x : 0.8
  return (
    <Portal>
      <div
        className={classes.ghost}
        data-over={drag.over || undefined}
        data-category={definitions.get(drag.type)?.category}
        style={{
          transform: `translate(${drag.screen.x - drag.grip.x * zoom}px, ${drag.screen.y - drag.grip.y * zoom}px) scale(${zoom})`,
        }}
        aria-hidden
      >
        <span className={classes.icon}>
          <NodeIcon type={drag.type} size={16} />
        </span>
        <span className={classes.name}>{words.typeName(drag.type)}</span>
      </div>
    </Portal>
  )
}
