import { IconAlertTriangle, IconArrowRight, IconArrowsSplit2, IconCornerDownRight } from '@tabler/icons-react'
import type { Outcome } from '@/engine/flow'

const icons = { main: IconArrowRight, branch: IconArrowsSplit2, fallback: IconCornerDownRight, error: IconAlertTriangle } as const

/** What part an exit plays, by shape. */
export function RoleIcon({ role, className, size = 13 }: { role: Outcome['role']; className?: string; size?: number }) {
  const Icon = icons[role]
  return <Icon size={size} stroke={1.75} className={className} aria-hidden />
}
