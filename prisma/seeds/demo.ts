import { machineActor } from '@/app/server/auth/actor'
import type { FlowChange } from '@/app/server/context'
import { createFlowEvents } from '@/app/server/events/flow-events'
import { createFlow } from '@/app/server/services/flows/create'
import { publishFlow } from '@/app/server/services/flows/publish'
import { getVersion } from '@/app/server/services/flows/versions'
import { assignNumber } from '@/app/server/services/numbers/assign'
import type { Result } from '@/engine/errors'
import type { Database } from '../client'
import draft from './drafts/after-hours.json' with { type: 'json' }
import demo from './flows/demo.flow.json' with { type: 'json' }
import { seedSampleCalls } from './sample-calls'

/** The number that the demo flow answers. */
export const DEMO_NUMBER = '7000'

/** The demo flow, published, on its number, with sample calls; and a second flow that is a draft. */
export async function seedDemo(prisma: Database): Promise<{ readonly flowId: string; readonly versionId: string }> {
  const ctx: FlowChange = { prisma, actor: machineActor('Patchbay'), flowEvents: createFlowEvents() }
  must(await createFlow(ctx, { name: draft.name, kind: 'ivr', document: draft }))
  const { flowId } = must(await createFlow(ctx, { name: demo.name, kind: 'ivr', document: demo }))
  const { versionId } = must(await publishFlow(ctx, { flowId, revision: 1, note: 'The demo, as it comes with Patchbay' }))
  must(await assignNumber(ctx, { number: DEMO_NUMBER, flowId, label: 'Demo' }))
  const { document } = must(await getVersion(prisma, versionId))
  await seedSampleCalls(prisma, { versionId, document })
  return { flowId, versionId }
}

/** The demo is part of this build: if it does not compile, that is a fault of ours. */
function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The demo flow cannot be made: ${result.error.message}`)
  return result.value
}
