import { Button, Loader, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconCloudCheck, IconCloudOff, IconGitMerge } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useStore } from 'zustand'
import { useProblemText } from '@/app/features/shared/useProblemText'
import { useSession } from '../session/EditorContext'
import classes from './TopBar.module.css'

/** Whether the work is safe, in a word. */
export function SaveIndicator() {
  const t = useTranslations('editor.save')
  const { autosave, ui } = useSession()
  const state = useStore(autosave.state)
  const problem = useProblemText()
  switch (state.kind) {
    case 'saved':
      return <Line icon={<IconCloudCheck size={15} stroke={1.75} />} text={t('saved')} help={t('savedHelp')} kind="saved" />
    case 'pending':
    case 'saving':
      return <Line icon={<Loader size={12} color="gray" />} text={t('saving')} help={t('savingHelp')} kind={state.kind} />
    case 'offline':
      return <Line icon={<IconCloudOff size={15} stroke={1.75} />} text={t('offline')} help={t('offlineHelp')} kind="offline" tone="warn" />
    case 'trouble':
      return (
        <Line
          icon={<IconCloudOff size={15} stroke={1.75} />}
          text={t('trouble')}
          help={t('troubleHelp', { problem: problem(state.error) })}
          kind="trouble"
          tone="warn"
        />
      )
    case 'refused':
      return (
        <Line
          icon={<IconAlertTriangle size={15} stroke={1.75} />}
          text={t('refused')}
          help={problem(state.error)}
          kind="refused"
          tone="bad"
        />
      )
    case 'conflict':
      return (
        <Button
          size="compact-xs"
          color="orange"
          variant="light"
          leftSection={<IconGitMerge size={14} stroke={1.75} />}
          onClick={() => ui.setState({ dialog: 'conflicts' })}
          data-save-state="conflict"
        >
          {t('conflict', { count: state.conflicts.length })}
        </Button>
      )
  }
}

function Line({
  icon,
  text,
  help,
  kind,
  tone,
}: {
  icon: React.ReactNode
  text: string
  help: string
  kind: string
  tone?: 'warn' | 'bad'
}) {
  return (
    <Tooltip label={help} multiline maw={280}>
      <output className={classes.save} data-save-state={kind} data-tone={tone}>
        {icon}
        <span>{text}</span>
      </output>
    </Tooltip>
  )
}
