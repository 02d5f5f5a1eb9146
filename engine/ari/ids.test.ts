import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { legBridge, legChannel, readLegBridge, readLegChannel, recordingId, recordingName } from './ids'

describe('names given to Asterisk', () => {
  it('given any recording id, then its name is safe as a file name and leads back to the id', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (id) => {
        const name = recordingName(id)
        expect(name).toMatch(/^[A-Za-z0-9_-]*$/)
        expect(recordingId(name)).toBe(id)
      }),
    )
  })

  it('given two different recording ids, then their names differ', () => {
    expect(recordingName('s:1:2')).not.toBe(recordingName('s:12'))
    expect(recordingName('s_3a1')).not.toBe(recordingName('s:1'))
  })

  it('given a recording that is not ours, then its name is its id', () => {
    expect(recordingId('voicemail/bob_ff')).toBe('voicemail/bob_ff')
  })

  it('given a leg, then its channel and bridge tell its call and its id', () => {
    const name = { callId: '1763780000.12', legId: 's1:3:transfer~a' }
    expect(readLegChannel(legChannel(name.callId, name.legId))).toEqual(name)
    expect(readLegBridge(legBridge(name.callId, name.legId))).toEqual(name)
    expect(readLegBridge(legChannel(name.callId, name.legId))).toBeUndefined()
    expect(readLegChannel('1763780000.12')).toBeUndefined()
    expect(readLegChannel('leg~broken')).toBeUndefined()
  })
})
