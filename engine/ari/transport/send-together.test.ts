import { describe, expect, it } from 'vitest'
import { sendTogether } from './send-together'

describe('writes to a socket', () => {
  it('given several in one event, also after promises, then they go out together when it is dealt with', async () => {
    const done: string[] = []
    const together = sendTogether({ cork: () => done.push('hold'), uncork: () => done.push('release') })
    const write = (what: string) => {
      together()
      done.push(what)
    }
    write('stop')
    await Promise.resolve()
    await Promise.resolve()
    write('play')
    expect(done).toEqual(['hold', 'stop', 'play'])
    await new Promise((resolve) => setImmediate(resolve))
    expect(done).toEqual(['hold', 'stop', 'play', 'release'])
    write('hang up')
    expect(done.slice(4)).toEqual(['hold', 'hang up'])
  })
})
