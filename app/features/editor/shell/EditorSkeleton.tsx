import { Skeleton } from '@mantine/core'
import classes from './EditorLayout.module.css'

/** The editor's outline while the flow is on its way. */
export function EditorSkeleton() {
  return (
    <div className={classes.editor} aria-busy>
      <div className={classes.bar}>
        <Skeleton height={20} width={220} radius="sm" ml={12} />
      </div>
      <div className={classes.body} data-palette data-side>
        <div className={classes.skeletonPanel}>
          {[0, 1, 2, 3, 4, 5, 6, 7].map((row) => (
            <Skeleton key={row} height={26} radius="sm" />
          ))}
        </div>
        <div className={classes.stage} />
        <div className={classes.skeletonPanel}>
          <Skeleton height={20} width={160} radius="sm" />
          <Skeleton height={64} radius="sm" />
          <Skeleton height={32} radius="sm" />
        </div>
      </div>
    </div>
  )
}
