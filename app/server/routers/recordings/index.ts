import { router } from '../../trpc'
import { list } from './list'
import { setHeard } from './set-heard'
import { unheard } from './unheard'

export const recordings = router({ list, unheard, setHeard })
