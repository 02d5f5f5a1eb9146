import { type ComponentType, lazy } from 'react'
import type { NodeFormProps } from '@/nodes/form.types'
import { nodeForms } from '@/nodes/registry.form'

type Load = () => Promise<ComponentType<NodeFormProps>>

const forms = new Map<string, ComponentType<NodeFormProps>>(
  Object.entries<Load | null>(nodeForms).flatMap(([type, load]) =>
    load ? [[type, lazy(() => load().then((form) => ({ default: form })))] as const] : [],
  ),
)

/** A node type's own form, where the derived one is not good enough. */
export const customForm = (type: string): ComponentType<NodeFormProps> | undefined => forms.get(type)
