import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import Link from 'next/link'

/** Arrow to the page above this one. */
export function BackLink({ href, label }: { href: string; label: string }) {
  return (
    <Tooltip label={label}>
      <ActionIcon component={Link} href={href} aria-label={label}>
        <IconArrowLeft size={18} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  )
}
