import type { FlowDocument } from './document'

/** A published module, as `compile` inlines it. */
export interface PublishedModule {
  readonly flowId: string
  /** Version number that is live. */
  readonly version: number
  readonly document: FlowDocument
}
