'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { watchLevel } from './client/level'
import classes from './PhonePanel.module.css'

/** How loud a stream is, moved by CSS alone so that nothing re-renders. */
export function LevelMeter({ stream, label, icon }: { stream: MediaStream | null; label: string; icon: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!stream) return
    return watchLevel(stream, (level) => bar.current?.style.setProperty('--level', level.toFixed(2)))
  }, [stream])
  return (
    <div className={classes.meter} title={label}>
      {icon}
      <div className={classes.track} aria-hidden>
        <div ref={bar} className={classes.level} />
      </div>
    </div>
  )
}
