import { IconBox } from '@tabler/icons-react'
import { nodeIcons } from '@/nodes/registry.icons'

/** The icon that a node type names in its schema. */
export function NodeIcon({ type, size = 16 }: { type: string; size?: number }) {
  const Icon = Object.hasOwn(nodeIcons, type) ? nodeIcons[type as keyof typeof nodeIcons] : IconBox // own key, so a NodeType
  return <Icon size={size} stroke={1.75} aria-hidden />
}
