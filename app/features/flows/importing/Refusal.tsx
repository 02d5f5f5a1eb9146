import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import classes from './ImportFlowDialog.module.css'
import type { ReadFile } from './readFile'

/** Why a file cannot be imported, and where in it. */
export function Refusal({ read }: { read: Exclude<ReadFile, { ok: true }> }) {
  const t = useTranslations('flows.importing')
  return (
    <Alert color="red" variant="light" p="xs" role="alert" icon={<IconAlertTriangle size={16} />} title={t(read.reason)}>
      {read.reason === 'invalid' && (
        <ul className={classes.issues}>
          {read.issues.map(({ path, reason }) => (
            <li key={`${path} ${reason}`}>{t('invalidAt', { path, reason })}</li>
          ))}
          {read.more > 0 && <li>{t('more', { count: read.more })}</li>}
        </ul>
      )}
    </Alert>
  )
}
