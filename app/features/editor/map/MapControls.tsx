import { ActionIcon, Tooltip } from '@mantine/core'
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react'
import { useReactFlow } from '@xyflow/react'
import { useTranslations } from 'next-intl'
import classes from './MapControls.module.css'

/** Nearer, farther, everything. */
export function MapControls() {
  const t = useTranslations('editor.toolbar')
  const flow = useReactFlow()
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('zoom')}>
      <Tooltip label={t('zoomIn')}>
        <ActionIcon size={28} aria-label={t('zoomIn')} onClick={() => void flow.zoomIn({ duration: 150 })}>
          <IconPlus size={15} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('zoomOut')}>
        <ActionIcon size={28} aria-label={t('zoomOut')} onClick={() => void flow.zoomOut({ duration: 150 })}>
          <IconMinus size={15} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('fit')}>
        <ActionIcon size={28} aria-label={t('fit')} onClick={() => void flow.fitView({ maxZoom: 1, padding: 0.15, duration: 200 })}>
          <IconFocusCentered size={15} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}
