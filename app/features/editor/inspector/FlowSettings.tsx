import { ScrollArea, Textarea, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { setHead } from '../model/edits/flow'
import { useEditor, useSession, useUi } from '../session/EditorContext'
import own from './FlowSettings.module.css'
import { FieldProblems } from './fields/FieldProblems'
import { ModuleOutcomes } from './ModuleOutcomes'
import classes from './NodeInspector.module.css'
import { useFieldRequest } from './useFieldRequest'
import { Variables } from './Variables'

/** The flow itself: its words, its variables, and a module's exits. */
export function FlowSettings() {
  const t = useTranslations('editor.flow')
  const { editor } = useSession()
  const name = useEditor((state) => state.document.name)
  const description = useEditor((state) => state.document.description) ?? ''
  const kind = useEditor((state) => state.document.kind)
  const readOnly = useEditor((state) => state.readOnly)
  const diagnostics = useUi((state) => state.diagnostics)
  const problems = diagnostics.filter((problem) => !problem.nodeId)
  const [typed, setTyped] = useState(name)
  const root = useRef<HTMLDivElement>(null)
  useFieldRequest(root, null)
  useEffect(() => setTyped(name), [name])
  return (
    <ScrollArea className={classes.scroll} type="hover" scrollbarSize={6} viewportProps={{ tabIndex: -1 }}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: leaving a field ends its undo step; nothing is to be pressed here */}
      <div className={classes.content} ref={root} onBlur={() => editor.getState().settle()}>
        <FieldProblems problems={problems} />
        <div className={own.fields}>
          <TextInput
            label={t('name')}
            value={typed}
            maxLength={120}
            readOnly={readOnly}
            error={typed.trim() === '' ? t('nameMissing') : undefined}
            onChange={(event) => {
              const next = event.currentTarget.value
              setTyped(next)
              if (next.trim())
                editor.getState().run({ name: 'flow-settings', tag: 'flow-name', edit: (document) => setHead(document, { name: next }) })
            }}
            onBlur={() => setTyped(name)}
          />
          <Textarea
            label={t('description')}
            placeholder={t('descriptionPlaceholder')}
            value={description}
            maxLength={2000}
            autosize
            minRows={2}
            maxRows={8}
            readOnly={readOnly}
            onChange={(event) => {
              const next = event.currentTarget.value
              editor
                .getState()
                .run({ name: 'flow-settings', tag: 'flow-description', edit: (document) => setHead(document, { description: next }) })
            }}
          />
          <div>
            <div className={own.label}>{t('kind')}</div>
            <p className={own.kind}>{t(`kinds.${kind}`)}</p>
          </div>
        </div>
        <Variables />
        {kind === 'module' && <ModuleOutcomes />}
      </div>
    </ScrollArea>
  )
}
