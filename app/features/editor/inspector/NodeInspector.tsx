import { ScrollArea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useCallback, useMemo, useRef } from 'react'
import type { FlowDocument } from '@/engine/flow'
import { setAt } from '../model/edits/flow'
import { findNode } from '../model/edits/nodes'
import { useActions, useEditor, useSession } from '../session/EditorContext'
import { ConfigForm } from './ConfigForm'
import { Connections } from './Connections'
import { CustomForm } from './CustomForm'
import { customForm } from './custom-form'
import { FieldRow } from './FieldRow'
import { FormScopeProvider } from './FormContext'
import type { FieldPath } from './field-props'
import { fieldsOf } from './field-spec'
import { FieldProblems } from './fields/FieldProblems'
import { NodeHeader } from './NodeHeader'
import classes from './NodeInspector.module.css'
import { useFieldRequest } from './useFieldRequest'
import { useProblems } from './useProblems'

/** Everything about one step: its name, its form, where it leads. */
export function NodeInspector({ id }: { id: string }) {
  const t = useTranslations('editor.inspector')
  const { editor, canvas, definitions } = useSession()
  const actions = useActions()
  const type = useEditor((state) => findNode(state.document, id)?.type)
  const readOnly = useEditor((state) => state.readOnly)
  const general = useProblems(id, ({ path, outcome }) => (!path || path.length === 0) && !outcome)
  const root = useRef<HTMLDivElement>(null)
  useFieldRequest(root, id)

  const change = useCallback(
    (path: FieldPath, value: unknown, also?: (document: FlowDocument) => FlowDocument) => {
      const current = findNode(editor.getState().document, id)
      if (!current) return
      actions.configure(id, setAt(current.config, path, value) as typeof current.config, path.join('.'), also) // values are JSON by each field's contract
    },
    [editor, actions, id],
  )
  const scope = useMemo(
    () => (type === undefined ? null : { nodeId: id, type, readOnly, Field: FieldRow, change }),
    [id, type, readOnly, change],
  )
  if (!scope) return null
  const definition = definitions.get(scope.type) ?? null
  const Form = customForm(scope.type)
  return (
    <ScrollArea className={classes.scroll} type="hover" scrollbarSize={6} viewportProps={{ tabIndex: -1 }}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: leaving a field ends its undo step, Escape goes back to the card; nothing is to be pressed here */}
      <div
        className={classes.content}
        ref={root}
        data-testid="form"
        onBlur={() => editor.getState().settle()}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
          // what a field opens beside itself closes by itself
          if (!(event.target instanceof Element) || !event.currentTarget.contains(event.target)) return
          // the code editor prevents Escape's default always; when it has a use for the key, it does not let it out
          if (event.defaultPrevented && !event.target.closest('.monaco-editor')) return
          event.stopPropagation()
          canvas.current?.focus(id)
        }}
      >
        <NodeHeader id={id} definition={definition} type={scope.type} readOnly={readOnly} />
        {general.length > 0 && (
          <div className={classes.general}>
            <FieldProblems problems={general} />
          </div>
        )}
        <FormScopeProvider value={scope}>
          {!definition ? (
            <p className={classes.unknown}>{t('unknown', { type: scope.type })}</p>
          ) : Form ? (
            <CustomForm id={id} Form={Form} readOnly={readOnly} />
          ) : (
            <ConfigForm fields={fieldsOf(definition.schema)} />
          )}
        </FormScopeProvider>
        <Connections id={id} type={scope.type} readOnly={readOnly} />
      </div>
    </ScrollArea>
  )
}
