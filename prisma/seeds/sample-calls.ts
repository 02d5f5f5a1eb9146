import { newId } from '@/app/server/ids'
import type { FlowDocument } from '@/engine/flow'
import type { Database, Prisma } from '../client'

/** The number that sample calls dialled; no real call comes in on it. */
const SAMPLE_NUMBER = '5550100'
const COUNT = 12
const DAY_MS = 24 * 3600_000
const MAX_STEPS = 10

const callers = [
  ['5550123', 'Sample: Ines Duarte'],
  ['5550147', 'Sample: 王小明'],
  ['5550168', 'Sample: Tom Becker'],
  ['5550185', ''],
  ['5550199', 'Sample: Aisha Khan'],
] as const

/**
 * Past calls of a published flow over the last days, so that lists and reports show what they are for. They walk the drawn
 * edges; the same flow gives the same calls. Two callers hang up on the way.
 */
export async function seedSampleCalls(
  prisma: Database,
  flow: { readonly versionId: string; readonly document: FlowDocument },
  now: Date = new Date(),
): Promise<void> {
  const random = generator(7000)
  const interactions: Prisma.InteractionCreateManyInput[] = []
  const sessions: Prisma.FlowSessionCreateManyInput[] = []
  const steps: Prisma.StepCreateManyInput[] = []
  for (let index = 0; index < COUNT; index += 1) {
    const [fromNumber, fromName] = callers[index % callers.length] ?? callers[0]
    const startedAt = new Date(now.getTime() - (COUNT - index) * (DAY_MS * 0.45) - Math.floor(random() * 3 * 3600_000))
    const hangsUp = index % 6 === 2
    const walked = walk(flow.document, startedAt.getTime(), hangsUp, random)
    const endedAt = walked.at(-1)?.leftAt ?? startedAt
    const [interactionId, sessionId] = [newId(), newId()]
    interactions.push({
      id: interactionId,
      fromNumber,
      fromName,
      toNumber: SAMPLE_NUMBER,
      startedAt,
      endedAt,
      outcome: hangsUp ? 'hung-up' : 'completed',
    })
    sessions.push({ id: sessionId, interactionId, versionId: flow.versionId, status: 'ended', snapshot: '', startedAt, endedAt })
    steps.push(...walked.map((step) => ({ ...step, sessionId })))
  }
  await prisma.$transaction([
    prisma.interaction.createMany({ data: interactions }),
    prisma.flowSession.createMany({ data: sessions }),
    prisma.step.createMany({ data: steps }),
  ])
}

type WalkedStep = Omit<Prisma.StepCreateManyInput, 'sessionId' | 'leftAt'> & { readonly leftAt: Date }

function walk(document: FlowDocument, start: number, hangsUp: boolean, random: () => number): WalkedStep[] {
  const steps: WalkedStep[] = []
  const targets = new Set<string>(document.edges.map(({ to }) => to))
  let node = document.nodes.find(({ id }) => !targets.has(id))
  let at = start
  while (node && steps.length < MAX_STEPS) {
    const { id, type } = node
    const edges = document.edges.filter(({ from }) => from === id)
    const edge = edges[Math.floor(random() * edges.length)]
    const leftAt = at + (steps.length === 0 ? 40 : 1500 + Math.floor(random() * 6000))
    const gone = (hangsUp && steps.length === 2) || steps.length === MAX_STEPS - 1
    // A branch names what was chosen after the colon, e.g. `matched:2`.
    const chosen = gone ? undefined : edge?.outcome.split(':')[1]
    steps.push({
      visit: steps.length + 1,
      path: id,
      type,
      enteredAt: new Date(at),
      leftAt: new Date(leftAt),
      outcome: gone ? 'hangup' : (edge?.outcome ?? 'done'),
      output: chosen === undefined ? null : JSON.stringify({ key: chosen, tries: 1 }),
    })
    if (gone) break
    at = leftAt
    node = document.nodes.find((other) => other.id === edge?.to)
  }
  return steps
}

/** Numbers from 0 to 1, the same each time (a linear congruential generator; Numerical Recipes). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return state / 2 ** 32
  }
}
