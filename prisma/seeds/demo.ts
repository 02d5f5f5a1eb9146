import { machineActor } from '@/app/server/auth/actor'
import type { FlowChange } from '@/app/server/context'
import { createFlowEvents } from '@/app/server/events/flow-events'
import { newId } from '@/app/server/ids'
import { createFlow } from '@/app/server/services/flows/create'
import { publishFlow } from '@/app/server/services/flows/publish'
import type { Result } from '@/engine/errors'
import type { Database } from '../client'
import demo from './flows/demo.flow.json' with { type: 'json' }

/** The number that the demo flow answers. */
export const DEMO_NUMBER = '7000'

/** The demo flow, published, on its number. */
export async function seedDemo(prisma: Database): Promise<{ readonly flowId: string; readonly versionId: string }> {
  const ctx: FlowChange = { prisma, actor: machineActor('Patchbay'), flowEvents: createFlowEvents() }
  const { flowId } = expect(await createFlow(ctx, { name: demo.name, kind: 'ivr', document: demo }))
  const { versionId } = expect(await publishFlow(ctx, { flowId, revision: 1, note: 'The demo, as it comes with Patchbay' }))
  await prisma.entryPoint.create({ data: { id: newId(), key: DEMO_NUMBER, flowId, label: 'Demo' } })
  return { flowId, versionId }
}

/** The demo is part of this build: if it does not compile, that is a fault of ours. */
function expect<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The demo flow cannot be made: ${result.error.message}`)
  return result.value
}
