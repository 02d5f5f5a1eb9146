import { useTranslations } from 'next-intl'
import type { FlowDocument, FlowNode, Outcome, SummaryLine } from '@/engine/flow'
import type { Explanation } from '../model/explain'
import { useNodeWords } from '../words/useNodeWords'
import classes from './Summary.module.css'

const MAX_LINES = 6

interface Props {
  readonly node: FlowNode
  readonly explanation: Explanation
  readonly exits: readonly Outcome[]
  readonly moduleExits: FlowDocument['outcomes']
}

/** What the step does, in the analyst's own words. Keys, and conditions that are an exit's label, are shown at their ports instead. */
export function Summary({ node, explanation, exits, moduleExits }: Props) {
  const t = useTranslations('editor.card')
  const words = useNodeWords()
  if (!explanation.definition) return <p className={classes.empty}>{t('unknownType', { type: node.type })}</p>
  const lines = explanation.summary.filter(
    (line) => line.kind !== 'key' && !(line.kind === 'code' && exits.some(({ label }) => label === line.text)),
  )
  if (lines.length === 0) return null
  return (
    <div className={classes.summary}>
      {lines.slice(0, MAX_LINES).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity besides their place
        <Line key={index} line={line} fact={(fact) => words.fact(node.type, fact, moduleExits)} />
      ))}
      {lines.length > MAX_LINES && <p className={classes.more}>{t('moreLines', { count: lines.length - MAX_LINES })}</p>}
    </div>
  )
}

function Line({ line, fact }: { line: SummaryLine; fact: (line: Extract<SummaryLine, { kind: 'fact' }>) => string }) {
  switch (line.kind) {
    case 'says':
      return <p className={classes.says}>{spoken(line.text)}</p>
    case 'code':
      return (
        <p className={classes.code}>
          <code>{line.text}</code>
        </p>
      )
    case 'fact':
      return <p className={classes.fact}>{fact(line)}</p>
    case 'key':
      return null
  }
}

/** Text with its `{{ … }}` shown as what they are: something filled in during the call. */
function spoken(text: string) {
  let at = 0
  return text.split(/(\{\{.*?\}\})/s).map((part) => {
    const key = at
    at += part.length
    return part.startsWith('{{') ? (
      <span key={key} className={classes.value}>
        {part.slice(2, -2).trim()}
      </span>
    ) : (
      part
    )
  })
}
