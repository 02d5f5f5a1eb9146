import { IconEye, IconEyeOff } from '@tabler/icons-react'

/** Eye of a password field. */
export function VisibilityIcon({ reveal }: { reveal: boolean }) {
  const IconOf = reveal ? IconEyeOff : IconEye
  return <IconOf size={16} stroke={1.75} color="var(--mantine-color-dimmed)" />
}
