import { describe, expect, it } from 'vitest'
import { findOperation, type Operation, readOperation } from './operations'

const described = (path: string, method: string, ...query: string[]) => ({
  path,
  method,
  parameters: query.map((name) => ({ name, paramType: 'query' })),
})

const operations = [
  readOperation('channels', 'play', described('/channels/{channelId}/play', 'post', 'media', 'playbackId')),
  readOperation('channels', 'get', described('/channels/{channelId}', 'get')),
  readOperation('channels', 'external', described('/channels/externalMedia', 'get')),
  readOperation('asterisk', 'updateObject', described('/asterisk/config/dynamic/{configClass}/{objectType}/{id}', 'put')),
].filter((operation): operation is Operation => operation !== undefined)

describe('requests as operations of Asterisk’s API description', () => {
  it('given a request, then its path and its parameters are found', () => {
    const found = findOperation(operations, {
      method: 'POST',
      path: ['channels', 'c:1', 'play'],
      body: { media: ['sound:a', 'sound:b'], playbackId: 's:1:p' },
    })
    expect(found?.operation.name).toBe('play')
    expect(found?.args).toEqual({ channelId: 'c:1', media: 'sound:a,sound:b', playbackId: 's:1:p' })
  })

  it('given a body that is no parameter, then it goes as JSON', () => {
    const fields = [{ attribute: 'allow', value: 'opus' }]
    const path = ['asterisk', 'config', 'dynamic', 'res_pjsip', 'endpoint', 'web1']
    const found = findOperation(operations, { method: 'PUT', path, body: { fields } })
    expect(found?.args).toEqual({ configClass: 'res_pjsip', objectType: 'endpoint', id: 'web1', body: JSON.stringify({ fields }) })
  })

  it('given a fixed word and a parameter both match, then the word wins', () => {
    expect(findOperation(operations, { method: 'GET', path: ['channels', 'externalMedia'] })?.operation.name).toBe('external')
  })

  it('given an Asterisk that cannot do it, then there is no operation', () => {
    expect(findOperation(operations, { method: 'GET', path: ['channels', 'c1', 'fly'] })).toBeUndefined()
    expect(readOperation('channels', 'strange', { path: 7 })).toBeUndefined()
  })
})
