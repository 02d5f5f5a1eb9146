import { router } from '../../trpc'
import { list } from './list'

export const audit = router({ list })
