import { IconComponents, IconPhoneIncoming } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import type { FlowKind } from '@/engine/flow'
import classes from './KindIcon.module.css'

const icons = { ivr: IconPhoneIncoming, module: IconComponents } as const satisfies Record<FlowKind, typeof IconComponents>

/** What a flow is for, as an icon with its name. */
export function KindIcon({ kind }: { kind: FlowKind }) {
  const t = useTranslations('flows.kind')
  const IconOf = icons[kind]
  return (
    <span className={classes.icon} data-kind={kind} role="img" aria-label={t(kind)} title={t(kind)}>
      <IconOf size={15} stroke={1.75} aria-hidden />
    </span>
  )
}
