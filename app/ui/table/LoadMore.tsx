'use client'

import { Button } from '@mantine/core'
import { useIntersection } from '@mantine/hooks'
import { useEffect } from 'react'

/** Loads the next page when it scrolls into view; a button for whoever does not scroll. */
export function LoadMore({ label, pending, onMore }: { label: string; pending: boolean; onMore: () => unknown }) {
  const { ref, entry } = useIntersection({ rootMargin: '400px' })
  const near = entry?.isIntersecting ?? false
  useEffect(() => {
    if (near && !pending) onMore()
  }, [near, pending, onMore])
  return (
    <Button ref={ref} variant="default" mt="md" mx="auto" loading={pending} onClick={() => onMore()}>
      {label}
    </Button>
  )
}
