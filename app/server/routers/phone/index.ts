import { router } from '../../trpc'
import { account } from './account'
import { practice } from './practice'

export const phone = router({ account, practice })
