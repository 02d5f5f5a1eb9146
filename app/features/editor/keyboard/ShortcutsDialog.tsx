import { Modal } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { KeyHint } from '@/app/ui/feedback/KeyHint'
import { useSession, useUi } from '../session/EditorContext'
import classes from './ShortcutsDialog.module.css'
import { shortcutGroups, shortcuts } from './shortcuts'

/** Every key of the editor, on one page. */
export function ShortcutsDialog() {
  const t = useTranslations('editor.shortcuts')
  const { ui } = useSession()
  const opened = useUi((state) => state.dialog === 'shortcuts')
  return (
    <Modal
      opened={opened}
      onClose={() => ui.setState({ dialog: null })}
      title={t('title')}
      size={720}
      yOffset="8vh"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={classes.groups}>
        {shortcutGroups.map((group) => (
          <section key={group}>
            <h3 className={classes.group}>{t(`groups.${group}`)}</h3>
            <dl className={classes.list}>
              {shortcuts
                .filter((shortcut) => shortcut.group === group)
                .map((shortcut) => (
                  <div key={shortcut.id} className={classes.row}>
                    <dt>{t(`names.${shortcut.id}`)}</dt>
                    <dd>
                      <KeyHint keys={shortcut.keys} />
                      {'also' in shortcut &&
                        shortcut.also.map((keys) => (
                          <span key={keys.join()} className={classes.or}>
                            <KeyHint keys={keys} />
                          </span>
                        ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}
