import { router } from '../../../trpc'
import { begin } from './begin'
import { move } from './move'
import { state } from './state'

export const practice = router({ begin, state, move })
