import { TRPCClientError } from '@trpc/client'
import { describe, expect, it } from 'vitest'
import { finding } from '@/engine/flow'
import { sample } from '../model/testing/registry'
import { beyond, findingsIn, together } from './server-findings'

const broken = finding('PB212', 'error', { nodeId: 'hello', params: { name: 'Opening hours' } })
const large = finding('PB213', 'error', { params: { limit: 20_000 } })
const open = finding('PB302', 'warning', { nodeId: 'hello', outcome: 'done' })

describe('what only the server finds', () => {
  it('given both find the same, then it is there once, and the server’s own joins', () => {
    expect(beyond([open], [{ ...open, params: { outcome: 'done' } }, broken, large])).toEqual([broken, large])
    expect(together([open], [broken, large], sample)).toEqual([open, broken, large])
  })

  it('given the step was deleted since the server looked, then its finding is gone, and the flow’s stays', () => {
    const without = { ...sample, nodes: sample.nodes.filter(({ id }) => id !== 'hello') }
    expect(together([], [broken, large], without)).toEqual([large])
  })

  it('given a refused publication, then its findings are read; given another error or nonsense, then none', () => {
    const refusal = (diagnostics: unknown) =>
      TRPCClientError.from({
        error: { message: 'x', code: -32000, data: { problem: { code: 'FLOW_HAS_ERRORS', message: 'x' }, diagnostics } },
      })
    expect(findingsIn(refusal([broken]))).toEqual([broken])
    expect(findingsIn(refusal([{ code: 'XX1' }, 7]))).toEqual([])
    expect(findingsIn(refusal(undefined))).toEqual([])
    expect(findingsIn(new Error('x'))).toEqual([])
  })
})
