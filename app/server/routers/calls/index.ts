import { router } from '../../trpc'
import { get } from './get'
import { hangup } from './hangup'
import { list } from './list'
import { live } from './live'

export const calls = router({ list, get, live, hangup })
