import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

// The files of a process share one page: what a test has drawn goes with it.
afterEach(cleanup)
