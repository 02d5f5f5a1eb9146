'use client'

import { CrashPage } from './features/shared/CrashPage'

export default CrashPage
