import { router } from '../../trpc'
import { account } from './account'

export const phone = router({ account })
