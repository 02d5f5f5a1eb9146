import { describe, expect, it } from 'vitest'
import { hasOutboundWebsocket } from '.'

describe('a version has outbound websockets', () => {
  it.each(['20.15.0', '21.10.2', '22.5.0', '22.10.1', '23.0.0'])('from there on: %s', (version) => {
    expect(hasOutboundWebsocket(version)).toBe(true)
  })

  it.each(['18.26.4', '19.8.1', '20.14.1', '21.9.0', '22.4.1'])('but not before: %s', (version) => {
    expect(hasOutboundWebsocket(version)).toBe(false)
  })
})
