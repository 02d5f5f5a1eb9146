'use client'

import { Button } from '@mantine/core'
import { IconFileImport, IconPlus, IconSitemap } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/app/ui/feedback/EmptyState'
import classes from './FlowsEmpty.module.css'

/** No flow yet: what one is, and the way to the first. */
export function FlowsEmpty({ onCreate, onImport }: { onCreate?: () => void; onImport?: () => void }) {
  const t = useTranslations('flows')
  const steps = ['step1', 'step2', 'step3'] as const
  return (
    <EmptyState
      icon={<IconSitemap size={20} stroke={1.75} />}
      title={onCreate ? t('empty.title') : t('empty.readOnlyTitle')}
      description={onCreate ? t('empty.text') : t('empty.readOnly')}
      action={
        onCreate && (
          <>
            <Button leftSection={<IconPlus size={16} />} onClick={onCreate}>
              {t('new')}
            </Button>
            <Button variant="default" leftSection={<IconFileImport size={16} stroke={1.75} />} onClick={onImport}>
              {t('import')}
            </Button>
          </>
        )
      }
    >
      {onCreate && (
        <ol className={classes.steps}>
          {steps.map((step, index) => (
            <li key={step}>
              <span className={classes.number} aria-hidden>
                {index + 1}
              </span>
              <span className={classes.step}>{t(`empty.${step}`)}</span>
              <span className={classes.text}>{t(`empty.${step}Text`)}</span>
            </li>
          ))}
        </ol>
      )}
    </EmptyState>
  )
}
