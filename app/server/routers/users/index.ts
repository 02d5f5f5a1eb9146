import { router } from '../../trpc'
import { create } from './create'
import { disable } from './disable'
import { enable } from './enable'
import { list } from './list'
import { resetPassword } from './reset-password'
import { setRole } from './set-role'

export const users = router({ list, create, setRole, disable, enable, resetPassword })
