import { useCallback, useEffect, useRef, useState } from 'react'
import type { Prompt } from '@/engine/flow'
import { parseTemplate } from '@/engine/flow/expressions'

/** Where a prompt can be heard; null where there is nothing to hear yet. */
export function previewUrl(prompt: Prompt, flowLanguage: string): string | null {
  if (prompt.kind === 'sound') return prompt.sound ? `/api/sounds/${encodeURIComponent(prompt.sound)}` : null
  if (prompt.kind === 'value') return null
  const text = parseTemplate(prompt.text)
    .map((part) => (part.kind === 'text' ? part.text : ' '))
    .join('')
    .trim()
  return text ? `/api/speech?${new URLSearchParams({ text, language: prompt.language ?? flowLanguage })}` : null
}

type State = 'idle' | 'loading' | 'playing' | 'failed'

/** One preview at a time on the whole page. */
let playing: HTMLAudioElement | null = null

/** Plays a sound from the server. */
export function usePreview(url: string | null) {
  const [state, setState] = useState<State>('idle')
  const audio = useRef<HTMLAudioElement | null>(null)
  const stop = useCallback(() => {
    audio.current?.pause()
    setState('idle')
  }, [])
  const play = useCallback(() => {
    if (url === null) return
    playing?.pause()
    const next = new Audio(url)
    audio.current = next
    playing = next
    setState('loading')
    next.addEventListener('playing', () => setState('playing'))
    next.addEventListener('pause', () => setState((before) => (before === 'failed' ? before : 'idle')))
    next.addEventListener('ended', () => setState('idle'))
    next.play().catch((error: unknown) => {
      // paused before it began: somebody pressed stop, or another preview
      const stopped = error instanceof DOMException && error.name === 'AbortError'
      setState(stopped ? 'idle' : 'failed')
    })
  }, [url])
  useEffect(() => {
    if (state !== 'failed') return
    const timer = setTimeout(() => setState('idle'), 2_500)
    return () => clearTimeout(timer)
  }, [state])
  useEffect(() => () => audio.current?.pause(), [])
  return { state, play, stop }
}
