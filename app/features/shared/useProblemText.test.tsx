import { screen } from '@testing-library/react'
import { TRPCClientError } from '@trpc/client'
import { describe, expect, it } from 'vitest'
import { renderApp } from './testing/renderApp'
import { useProblemText } from './useProblemText'

function Say({ error }: { error: unknown }) {
  return <p data-testid="said">{useProblemText()(error)}</p>
}
function said(error: unknown, locale: 'en' | 'zh-CN' = 'en') {
  renderApp(<Say error={error} />, { locale })
  return screen.getByTestId('said').textContent
}

describe('useProblemText', () => {
  it('given the server’s problem, then its sentence with its values, in the reader’s language', () => {
    const problem = { code: 'NUMBER_TAKEN', message: '7000 already leads to "Demo".', params: { number: '7000', by: 'Demo' } }
    const error = TRPCClientError.from({ error: { message: 'x', code: -32000, data: { problem } } })
    expect(said(error)).toBe('7000 already belongs to “Demo”.')
  })

  it('given the same in Chinese, then in Chinese', () => {
    const problem = { code: 'ENGINE_DOWN', message: 'The engine does not answer.' }
    expect(said(problem, 'zh-CN')).toBe('引擎没有运行，系统会自动重启，请稍后重试。')
  })

  it('given a stored problem that has lost its values, then the sentence that was stored with it', () => {
    expect(said({ code: 'NUMBER_TAKEN', message: '7000 already leads to "Demo".' })).toBe('7000 already leads to "Demo".')
  })

  it('given no answer at all, then that the server cannot be reached', () => {
    expect(said(TRPCClientError.from(new TypeError('Failed to fetch')))).toContain('cannot be reached')
  })

  it('given an answer that is not the product’s, as of a server that breaks or starts, then not that it cannot be reached', () => {
    expect(said(TRPCClientError.from(new SyntaxError('Unexpected token <')))).toContain('The server had a problem')
  })

  it('given anything else, then no technical words', () => {
    expect(said(new RangeError('Invalid array length'))).toBe(
      'Something unexpected happened. The server’s log has the details.'.replace('’', "'"),
    )
  })
})
