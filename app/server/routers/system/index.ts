import { router } from '../../trpc'
import { health } from './health'

export const system = router({ health })
