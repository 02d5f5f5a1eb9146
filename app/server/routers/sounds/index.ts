import { router } from '../../trpc'
import { list } from './list'
import { remove } from './remove'

export const sounds = router({ list, remove })
