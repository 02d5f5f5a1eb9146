'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

type State = 'idle' | 'loading' | 'playing' | 'paused' | 'failed'

/** The player that sounds now; starting another pauses it. */
let sounding: HTMLAudioElement | null = null

/** One `<audio>` made on the first play, and what a player needs to draw it. Times in ms. For another `src`, mount anew. */
export function useAudio(src: string, knownLengthMs: number, onFirstPlay?: () => void) {
  const element = useRef<HTMLAudioElement | null>(null)
  const [state, setState] = useState<State>('idle')
  const [positionMs, setPosition] = useState(0)
  const [lengthMs, setLength] = useState(knownLengthMs)
  const played = useRef(false)
  const firstPlay = useRef(onFirstPlay)
  firstPlay.current = onFirstPlay

  const audio = useCallback(() => {
    if (element.current) return element.current
    const created = new Audio(src)
    created.preload = 'auto'
    created.addEventListener('playing', () => setState('playing'))
    created.addEventListener('waiting', () => setState('loading'))
    created.addEventListener('pause', () => setState('paused'))
    created.addEventListener('error', () => setState('failed'))
    created.addEventListener('timeupdate', () => setPosition(created.currentTime * 1000))
    created.addEventListener('durationchange', () => {
      if (Number.isFinite(created.duration)) setLength(created.duration * 1000)
    })
    created.addEventListener('ended', () => {
      setState('idle')
      setPosition(0)
    })
    element.current = created
    return created
  }, [src])

  useEffect(() => () => element.current?.pause(), [])

  const toggle = useCallback(() => {
    const player = audio()
    if (!player.paused) {
      player.pause()
      return
    }
    if (sounding !== player) sounding?.pause()
    sounding = player
    setState('loading')
    player.play().then(
      () => {
        if (!played.current) firstPlay.current?.()
        played.current = true
      },
      (error: unknown) => {
        // Pausing before the data came rejects the play; that is no failure.
        setState(error instanceof DOMException && error.name === 'AbortError' ? 'paused' : 'failed')
      },
    )
  }, [audio])

  const seek = useCallback(
    (ms: number) => {
      audio().currentTime = ms / 1000
      setPosition(ms)
    },
    [audio],
  )

  return { state, positionMs, lengthMs: lengthMs || knownLengthMs, toggle, seek }
}
