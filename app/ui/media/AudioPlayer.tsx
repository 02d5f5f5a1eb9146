'use client'

import { ActionIcon, Slider } from '@mantine/core'
import { IconAlertTriangle, IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react'
import { useState } from 'react'
import { clock } from '../time/duration'
import classes from './AudioPlayer.module.css'
import { useAudio } from './useAudio'

export interface AudioPlayerLabels {
  readonly play: string
  readonly pause: string
  /** Names the position slider. */
  readonly position: string
  /** The sound cannot be loaded. */
  readonly failed: string
}

interface Props {
  src: string
  /** Known length, shown before anything is loaded. */
  durationMs?: number
  labels: AudioPlayerLabels
  /** Called the first time it plays. */
  onFirstPlay?: () => void
  compact?: boolean
}

/** Plays one sound; nothing is fetched before the first play. Only one player of the page sounds at a time. */
export function AudioPlayer(props: Props) {
  return <Player key={props.src} {...props} />
}

function Player({ src, durationMs, labels, onFirstPlay, compact }: Props) {
  const { state, positionMs, lengthMs, toggle, seek } = useAudio(src, durationMs ?? 0, onFirstPlay)
  const [dragged, setDragged] = useState<number | null>(null)
  const at = dragged ?? positionMs
  const playing = state === 'playing' || state === 'loading'
  return (
    <div className={classes.player} data-idle={(state === 'idle' && at === 0) || undefined}>
      <ActionIcon
        variant={playing ? 'filled' : 'default'}
        color="signal"
        radius="xl"
        size={compact ? 26 : 30}
        onClick={toggle}
        loading={state === 'loading'}
        aria-label={playing ? labels.pause : labels.play}
      >
        {playing ? <IconPlayerPauseFilled size={13} /> : <IconPlayerPlayFilled size={13} />}
      </ActionIcon>
      {state === 'failed' ? (
        <span className={classes.failed} role="alert">
          <IconAlertTriangle size={14} aria-hidden /> {labels.failed}
        </span>
      ) : (
        <>
          <Slider
            className={classes.track}
            classNames={{ bar: classes.bar, thumb: classes.thumb }}
            size={4}
            thumbSize={12}
            label={null}
            min={0}
            max={Math.max(1, lengthMs)}
            step={100}
            value={at}
            onChange={setDragged}
            onChangeEnd={(value) => {
              seek(value)
              setDragged(null)
            }}
            thumbLabel={labels.position}
            thumbProps={{ 'aria-valuetext': `${clock(at)} / ${clock(lengthMs)}` }}
          />
          <span className={classes.time}>{state === 'idle' && at === 0 ? clock(lengthMs) : `${clock(at)} / ${clock(lengthMs)}`}</span>
        </>
      )}
    </div>
  )
}
