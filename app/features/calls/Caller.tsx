import { useTranslations } from 'next-intl'
import classes from './Caller.module.css'

/** The number that calls of the browser phone come from. */
const BROWSER = 'browser'

/** Who calls: the name if the network told one, and the number. */
export function useCallerName(): (call: { readonly fromName: string; readonly fromNumber: string }) => string {
  const t = useTranslations('calls')
  return ({ fromName, fromNumber }) => fromName || fromNumber || t('anonymous')
}

/** Name over number; the number alone where no name came with the call. */
export function Caller({ call }: { call: { readonly fromName: string; readonly fromNumber: string } }) {
  const t = useTranslations('calls')
  const name = useCallerName()(call)
  const named = call.fromName && call.fromNumber && call.fromName !== call.fromNumber
  return (
    <span className={classes.caller}>
      <span className="pb-num">{name}</span>
      {named && <span className={classes.number}>{call.fromNumber === BROWSER ? t('browserPhone') : call.fromNumber}</span>}
    </span>
  )
}
