import { router } from '../../trpc'
import { assign } from './assign'
import { list } from './list'
import { unassign } from './unassign'

export const numbers = router({ list, assign, unassign })
