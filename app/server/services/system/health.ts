import { errorCodes, type Problem } from '@/engine/errors'
import { storeProblem } from '../../store-problem'
import type { Services } from '../services'

/** How everything is; the web process is up, as it answers. */
export interface Health {
  readonly web: 'up'
  /** `degraded`: calls go on, but the database takes nothing of what happens in them. */
  readonly engine: 'up' | 'degraded' | 'down'
  readonly telephony: { readonly state: 'up' | 'down' | 'none'; readonly version: string | null }
  readonly database: 'up' | 'busy' | 'full' | 'down'
  /** What is the matter and what to do about it; null while all is well. */
  readonly problem: Problem | null
  readonly sipPort: number | null
  readonly liveCalls: number
}

/** Asks engine and database; answers within about 2 s. */
export async function readHealth({ engine, prisma }: Pick<Services, 'engine' | 'prisma'>): Promise<Health> {
  const [asked, stored] = await Promise.all([engine.health(), databaseProblem(prisma)])
  const database = stateOf(stored)
  if (!asked.ok) {
    return {
      web: 'up',
      engine: 'down',
      telephony: { state: 'down', version: null },
      database,
      problem: database === 'down' && stored ? stored : asked.error,
      sipPort: null,
      liveCalls: 0,
    }
  }
  const { journal, journalError, telephony, sipPort, liveCalls } = asked.value
  const waiting = journal === 'ok' ? null : journalProblem(journalError)
  const deaf = telephony.state === 'up' ? null : (telephony.problem ?? { code: 'TELEPHONY_DOWN', message: ASTERISK_DOWN })
  return {
    web: 'up',
    engine: waiting ? 'degraded' : 'up',
    telephony: { state: telephony.state, version: telephony.version ?? null },
    database,
    // The first that keeps calls away, then what endangers their traces.
    problem: database === 'down' && stored ? stored : (deaf ?? waiting ?? stored),
    sipPort,
    liveCalls,
  }
}

/** True while calls can come in and what happens in them is stored. */
export function isHealthy({ problem }: Health): boolean {
  return problem === null
}

const ASTERISK_DOWN = 'Asterisk does not answer. It is connected again by itself; if it stays away, look at its log.'

/** What keeps the engine from storing what happens in calls, by the code that its sentence begins with. */
function journalProblem(sentence: string | null): Problem {
  const [named = '', ...reason] = (sentence ?? '').split(': ')
  const code = errorCodes.find((known) => known === named) ?? 'STORE_FAILED'
  const remedy = remedies[code] ?? `The database refuses writes (${reason.join(': ') || named}). Calls go on, what happens in them waits.`
  return { code, message: remedy }
}

const remedies: Partial<Record<Problem['code'], string>> = {
  STORE_FULL: 'The disk is full: free some space on the disk of the database. Calls go on, what happens in them waits until then.',
  STORE_BUSY:
    'Another program holds the database locked: let it finish, or end it. Calls go on, what happens in them is kept in a file until then.',
}

async function databaseProblem(prisma: Services['prisma']): Promise<Problem | null> {
  try {
    await prisma.setting.count()
    return null
  } catch (error) {
    return (
      storeProblem(error) ?? { code: 'STORE_FAILED', message: 'The database cannot be used. The log of the web process has the details.' }
    )
  }
}

function stateOf(problem: Problem | null): Health['database'] {
  if (!problem) return 'up'
  return problem.code === 'STORE_BUSY' ? 'busy' : problem.code === 'STORE_FULL' ? 'full' : 'down'
}
