import { IconHelpSquareRounded } from '@tabler/icons-react'
import type { Diagnostic, FlowNode, NodeDefinition } from '@/engine/flow'
import { useNodeWords } from '../words/useNodeWords'
import classes from './CardHeader.module.css'
import { LiveBadge } from './LiveBadge'
import { NodeIcon } from './NodeIcon'
import { ProblemBadge } from './ProblemBadge'
import type { StepTrace } from './types'
import { VisitBadge } from './VisitBadge'

interface Props {
  readonly node: FlowNode
  readonly definition: NodeDefinition | null
  readonly problems: readonly Diagnostic[] | undefined
  readonly live: number
  readonly trace: StepTrace | undefined
}

/** The card's first line: what kind of step it is, how it is called, how it fares. */
export function CardHeader({ node, definition, problems, live, trace }: Props) {
  const words = useNodeWords()
  const typeName = words.typeName(node.type)
  return (
    <header className={classes.header}>
      <span className={classes.icon} aria-hidden>
        {definition ? <NodeIcon type={node.type} size={16} /> : <IconHelpSquareRounded size={16} stroke={1.75} />}
      </span>
      <span className={classes.names}>
        <span className={classes.title}>{words.title(node)}</span>
        {node.name && node.name !== typeName && <span className={classes.type}>{typeName}</span>}
      </span>
      {live > 0 && <LiveBadge calls={live} />}
      {trace && trace.visits.length > 0 && <VisitBadge trace={trace} />}
      {problems && problems.length > 0 && <ProblemBadge problems={problems} />}
    </header>
  )
}
