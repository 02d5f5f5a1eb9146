import { customAlphabet } from 'nanoid'
import { NodeId } from '@/engine/flow'

const random = customAlphabet('23456789abcdefghjkmnpqrstuvwxyz', 8)

/** A fresh id that tells what it is: `menu_x7k2m9pq`. */
export function freshId(prefix: string): NodeId {
  const clean = prefix.replace(/[^A-Za-z0-9-]/g, '').slice(0, 40) || 'step'
  return NodeId.parse(`${clean}_${random()}`)
}
