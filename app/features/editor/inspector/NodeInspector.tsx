import { ScrollArea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { Suspense, useCallback, useMemo, useRef } from 'react'
import type { Diagnostic, FlowDocument } from '@/engine/flow'
import { setAt } from '../model/edits/flow'
import { useActions, useEditor, useSession, useSurroundings, useUi } from '../session/EditorContext'
import { ConfigForm } from './ConfigForm'
import { Connections } from './Connections'
import { customForm } from './custom-form'
import { FieldRow } from './FieldRow'
import { FormScopeProvider } from './FormContext'
import type { FieldPath } from './field-props'
import { fieldsOf } from './field-spec'
import { FieldProblems } from './fields/FieldProblems'
import { NodeHeader } from './NodeHeader'
import classes from './NodeInspector.module.css'
import { useFieldRequest } from './useFieldRequest'

const none: readonly Diagnostic[] = []

/** Everything about one step: its name, its form, where it leads. */
export function NodeInspector({ id }: { id: string }) {
  const t = useTranslations('editor.inspector')
  const { editor, canvas } = useSession()
  const actions = useActions()
  const node = useEditor((state) => state.document.nodes.find((node) => node.id === id))
  const readOnly = useEditor((state) => state.readOnly)
  const problems = useUi((state) => state.problemsOf.get(id)) ?? none
  const explain = useSurroundings((state) => state.explain)
  const root = useRef<HTMLDivElement>(null)
  useFieldRequest(root, id)

  const change = useCallback(
    (path: FieldPath, value: unknown, also?: (document: FlowDocument) => FlowDocument) => {
      const current = editor.getState().document.nodes.find((node) => node.id === id)
      if (!current) return
      actions.configure(id, setAt(current.config, path, value) as typeof current.config, path.join('.'), also) // values are JSON by each field's contract
    },
    [editor, actions, id],
  )
  // Another name or place is nothing to the form, which is the costly part to draw.
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the node only its type and config count here
  const configured = useMemo(() => node, [node?.id, node?.type, node?.config])
  const scope = useMemo(
    () => (configured ? { node: configured, problems, readOnly, Field: FieldRow, change } : null),
    [configured, problems, readOnly, change],
  )
  if (!node || !scope) return null
  const { definition } = explain(node)
  const Form = customForm(node.type)
  const general = problems.filter((problem) => (!problem.path || problem.path.length === 0) && !problem.outcome)
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
        <NodeHeader node={node} definition={definition} readOnly={readOnly} />
        {general.length > 0 && (
          <div className={classes.general}>
            <FieldProblems problems={general} />
          </div>
        )}
        <FormScopeProvider value={scope}>
          {!definition ? (
            <p className={classes.unknown}>{t('unknown', { type: node.type })}</p>
          ) : Form ? (
            <Suspense fallback={null}>
              <Form
                config={node.config}
                onChange={(config) => actions.configure(id, { ...config } as typeof node.config, 'form')} // as above
                readOnly={readOnly}
              />
            </Suspense>
          ) : (
            <ConfigForm fields={fieldsOf(definition.schema)} />
          )}
        </FormScopeProvider>
        <Connections node={node} readOnly={readOnly} />
      </div>
    </ScrollArea>
  )
}
