import { router } from '../../trpc'
import { get } from './get'
import { setLocale } from './set-locale'

export const me = router({ get, setLocale })
