import type { ELK, ElkNode } from 'elkjs/lib/elk-api'

let elk: Promise<ELK> | undefined

/** Lays a graph out in a worker, so that the page never stops. The worker is started once, when first needed. */
export async function layOut(graph: ElkNode): Promise<ElkNode> {
  elk ??= import('elkjs/lib/elk-api').then(
    ({ default: Elk }) => new Elk({ workerFactory: () => new Worker(new URL('./layout.worker.ts', import.meta.url)) }),
  )
  return (await elk).layout(graph)
}
