import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useDiagnosticText } from '@/app/features/editor/words/useDiagnosticText'
import classes from './ImportFlowDialog.module.css'
import type { ReadFile } from './readFile'

/** Why a file cannot be imported, and where in it. */
export function Refusal({ read }: { read: Exclude<ReadFile, { ok: true }> }) {
  const t = useTranslations('flows.importing')
  const textOf = useDiagnosticText()
  return (
    <Alert color="red" variant="light" p="xs" role="alert" icon={<IconAlertTriangle size={16} />} title={t(read.reason)}>
      {read.reason === 'invalid' && (
        <ul className={classes.issues}>
          {read.issues.map((issue) => {
            const path = issue.path?.join('.') || '(root)'
            const reason = textOf(issue)
            return <li key={`${path} ${reason}`}>{t('invalidAt', { path, reason })}</li>
          })}
          {read.more > 0 && <li>{t('more', { count: read.more })}</li>}
        </ul>
      )}
    </Alert>
  )
}
