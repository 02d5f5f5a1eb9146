import { TRPCClientError } from '@trpc/client'
import { describe, expect, it } from 'vitest'
import { failureOf } from './draft-server'

const refused = (code: string) => TRPCClientError.from({ error: { message: 'x', code: -32000, data: { problem: { code, message: 'x' } } } })

describe('why a draft was not saved', () => {
  it.each(['STORE_FULL', 'STORE_BUSY', 'STORE_FAILED', 'UNEXPECTED'])(
    'given %s, then the server is in trouble, not out of reach',
    (code) => {
      const error = refused(code)
      expect(failureOf(error)).toEqual({ kind: 'trouble', error })
    },
  )

  it('given an answer that is not JSON, then the server is in trouble', () => {
    expect(failureOf(TRPCClientError.from(new SyntaxError('Unexpected token <'))).kind).toBe('trouble')
  })

  it('given no answer, then it is out of reach', () => {
    expect(failureOf(TRPCClientError.from(new TypeError('Failed to fetch')))).toEqual({ kind: 'offline' })
  })

  it('given someone saved meanwhile, then stale; given anything else, then refused', () => {
    expect(failureOf(refused('DRAFT_STALE')).kind).toBe('stale')
    expect(failureOf(refused('FORBIDDEN')).kind).toBe('refused')
  })
})
