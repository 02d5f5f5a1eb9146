import type { Json } from '@/engine/flow'

/** What a node type's own `form.tsx` gets instead of the derived form. */
export interface NodeFormProps {
  readonly config: { readonly [key: string]: Json }
  readonly onChange: (config: { readonly [key: string]: Json }) => void
  readonly readOnly: boolean
}
