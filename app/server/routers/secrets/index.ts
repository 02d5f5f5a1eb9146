import { router } from '../../trpc'
import { list } from './list'
import { remove } from './remove'
import { set } from './set'

export const secrets = router({ list, set, remove })
