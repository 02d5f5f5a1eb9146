import { useComputedColorScheme } from '@mantine/core'
import type { editor } from 'monaco-editor/editor'
import { useLocale } from 'next-intl'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useDiagnosticText } from '../../words/useDiagnosticText'
import classes from './Code.module.css'
import type { CodeFieldProps } from './CodeField'
import { monacoLanguage } from './code-language'
import { contexts } from './contexts'
import type { Monaco } from './load-monaco'
import { editorOptions, LINE, PADDING } from './options'
import type { PlainCaret } from './PlainInput'
import { rangeOf } from './providers'

interface Props extends CodeFieldProps {
  readonly monaco: Monaco
  /** Set when the plain field had the focus: the caret goes where it was. */
  readonly caret: PlainCaret | null
}

const MAX_LINES = 12

/** The field as a code editor. */
export function MonacoInput(props: Props) {
  const {
    monaco,
    caret,
    language,
    multiline = false,
    prose = false,
    plain,
    placeholder,
    label,
    value,
    findings,
    readOnly,
    describedBy,
    id,
  } = props
  const locale = useLocale()
  const scheme = useComputedColorScheme('light')
  const text = useDiagnosticText()
  const host = useRef<HTMLDivElement>(null)
  const [instance, setInstance] = useState<editor.IStandaloneCodeEditor | null>(null)
  // what event handlers that were attached once have to know of the latest render
  const latest = useRef(props)
  latest.current = props
  const context = useRef({ scope: props.scope, locale, template: language !== 'cel' })
  context.current = { scope: props.scope, locale, template: language !== 'cel' }
  // the text that both sides know of
  const told = useRef(value)
  const first = useRef({ value, caret, label, multiline, prose })

  // in the very commit that takes the plain field away: a key pressed in between would go to the page
  useLayoutEffect(() => {
    const element = host.current
    if (!element) return
    const { value, caret, label, multiline, prose } = first.current
    const model = monaco.editor.createModel(value, monacoLanguage[latest.current.language])
    contexts.set(model.uri.toString(), () => context.current)
    const made = monaco.editor.create(element, { ...editorOptions({ prose, label }), model })
    const grow = () => {
      const lines = (count: number) => count * LINE + PADDING * 2
      const height = Math.min(lines(MAX_LINES), Math.max(lines(multiline ? 2 : 1), made.getContentHeight()))
      if (element.clientHeight !== height) element.style.height = `${height}px`
      made.layout()
    }
    const watching = [
      made.onDidContentSizeChange(grow),
      model.onDidChangeContent(() => {
        const next = model.getValue()
        if (!multiline && /[\r\n]/.test(next)) model.setValue(next.replace(/\s*[\r\n]+\s*/g, ' '))
        else if (next !== told.current) {
          told.current = next
          latest.current.onChange(next)
        }
      }),
    ]
    if (!multiline)
      made.addAction({
        id: 'no-newline',
        label: '',
        keybindings: [monaco.KeyCode.Enter],
        precondition: '!suggestWidgetVisible',
        run: () => undefined,
      })
    grow()
    if (caret) {
      made.focus()
      made.setSelection(rangeOf(model, caret))
    }
    setInstance(made)
    return () => {
      for (const one of watching) one.dispose()
      contexts.delete(model.uri.toString())
      made.dispose()
      model.dispose()
    }
  }, [monaco])

  // before the next key: a value that is one key old must not be taken for somebody else's change
  useLayoutEffect(() => {
    const model = instance?.getModel()
    if (!instance || !model || value === told.current) return
    told.current = value
    const selection = instance.getSelection()
    model.setValue(value)
    if (selection) instance.setSelection(selection)
  }, [instance, value])

  useEffect(() => instance?.updateOptions({ readOnly, ariaLabel: label }), [instance, readOnly, label])

  useEffect(() => {
    monaco.editor.setTheme(scheme === 'dark' ? 'patchbay-dark' : 'patchbay-light')
  }, [monaco, scheme])

  useEffect(() => {
    const model = instance?.getModel()
    if (!model) return
    monaco.editor.setModelMarkers(
      model,
      'patchbay',
      findings.map((finding) => ({
        ...rangeOf(model, finding.range ?? { start: 0, end: model.getValueLength() }),
        message: text(finding),
        severity: finding.severity === 'error' ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
      })),
    )
  }, [monaco, instance, findings, text])

  useEffect(() => {
    // a label's click and a problem's "go to field" look for the id
    const input = host.current?.querySelector('textarea, [role="textbox"]')
    if (!instance || !input) return
    if (id) input.id = id
    if (describedBy) input.setAttribute('aria-describedby', describedBy)
    else input.removeAttribute('aria-describedby')
    input.toggleAttribute('aria-invalid', findings.length > 0)
  }, [instance, id, describedBy, findings.length])

  return (
    <div
      className={classes.box}
      data-code={language}
      data-prose={prose || undefined}
      data-bare={plain || undefined}
      data-error={findings.length > 0 || undefined}
    >
      {value === '' && placeholder && (
        <span className={classes.placeholder} aria-hidden>
          {placeholder}
        </span>
      )}
      <div ref={host} className={classes.host} style={{ height: (multiline ? 2 : 1) * LINE + PADDING * 2 }} />
    </div>
  )
}
