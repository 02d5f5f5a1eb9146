import { Fragment, type ReactNode } from 'react'
import classes from './NoteCard.module.css'

/** A little Markdown, for notes: headings, lists, check boxes, bold, italics, code. Never HTML. */
export function NoteText({ text }: { text: string }) {
  return (
    <div className={classes.text}>
      {text.split('\n').map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity besides their place
        <Line key={index} line={line} />
      ))}
    </div>
  )
}

function Line({ line }: { line: string }) {
  const heading = /^(#{1,3})\s+(.*)$/.exec(line)
  if (heading) return <p className={classes.heading}>{inline(heading[2] ?? '')}</p>
  const task = /^\s*[-*]\s+\[([ xX])\]\s+(.*)$/.exec(line)
  if (task) {
    const done = task[1] !== ' '
    return (
      <p className={classes.item} data-done={done || undefined}>
        <span aria-hidden>{done ? '☑' : '☐'}</span>
        <span>{inline(task[2] ?? '')}</span>
      </p>
    )
  }
  const item = /^\s*(?:[-*]|(\d+)[.)])\s+(.*)$/.exec(line)
  if (item)
    return (
      <p className={classes.item}>
        <span aria-hidden>{item[1] ? `${item[1]}.` : '•'}</span>
        <span>{inline(item[2] ?? '')}</span>
      </p>
    )
  return <p>{line ? inline(line) : '\u00a0'}</p>
}

const marks = /(\*\*[^*]+\*\*|\*[^*\s][^*]*\*|`[^`]+`)/

function inline(text: string): ReactNode {
  let at = 0
  return text.split(marks).map((part) => {
    const key = at
    at += part.length
    if (part.startsWith('**') && part.length > 4) return <strong key={key}>{part.slice(2, -2)}</strong>
    if (part.startsWith('`') && part.length > 2) return <code key={key}>{part.slice(1, -1)}</code>
    if (part.startsWith('*') && part.length > 2) return <em key={key}>{part.slice(1, -1)}</em>
    return <Fragment key={key}>{part}</Fragment>
  })
}
