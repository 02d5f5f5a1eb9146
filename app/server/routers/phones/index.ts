import { router } from '../../trpc'
import { create } from './create'
import { list } from './list'
import { remove } from './remove'
import { resetPassword } from './reset-password'

export const phones = router({ list, create, remove, resetPassword })
