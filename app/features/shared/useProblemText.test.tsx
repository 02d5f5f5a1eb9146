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

  it.each([
    ['zh-CN', { field: 'number', reason: 'Invalid', rule: 'form' }, '号码：只能包含数字、* 和 #，开头可带 +。'],
    ['en', { field: 'number', reason: 'Invalid', rule: 'form' }, 'Number may hold digits, * and #, with + in front.'],
    ['zh-CN', { field: 'trunk.password', reason: 'missing', rule: 'missing' }, '密码：不能为空。'],
    ['zh-CN', { field: 'name', reason: 'Too big', rule: 'long' }, '名称：过长或过大。'],
    ['zh-CN', { field: 'document.nodes', reason: 'Expected array', rule: 'form' }, '填写的内容无效。'],
  ] as const)('given something entered is not valid, then field and rule in the reader’s language (%s, %j)', (locale, params, text) => {
    expect(said({ code: 'INPUT_INVALID', message: 'number: Invalid', params }, locale)).toBe(text)
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

  it.each([
    ['a 500 that is no JSON', 500, 'The server had a problem. Its log has the details.'],
    ['a proxy that has no server', 502, 'The server cannot be reached. Check your connection and try again.'],
  ])('given the answer of %s, then whose fault it is', (_what, status, text) => {
    const response = new Response('<html>', { status })
    expect(said(TRPCClientError.from(new SyntaxError('Unexpected token'), { meta: { response } }))).toBe(text)
  })

  it('given anything else, then no technical words', () => {
    expect(said(new RangeError('Invalid array length'))).toBe('The server had a problem. Its log has the details.')
  })
})
