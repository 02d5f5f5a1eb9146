import { router } from '../../trpc'
import { get } from './get'
import { set } from './set'

export const settings = router({ get, set })
