import { EventEmitter } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import type { Line, LineListener } from './line'
import type { Voice } from './microphone'
import { Phone, type PhoneParts } from './phone'
import { initialState } from './state'

const settled = () => new Promise((resolve) => setImmediate(resolve))

class FakeSession extends EventEmitter {
  connection = new EventTarget()
  sent: string[] = []
  ways: (string | undefined)[] = []
  terminated = false
  muted = false
  isEnded = () => this.terminated
  terminate() {
    this.terminated = true
    this.emit('ended', { originator: 'local', cause: 'Terminated' })
  }
  sendDTMF(key: string, { transportType }: { transportType?: string }) {
    this.sent.push(key)
    this.ways.push(transportType)
  }
  mute() {
    this.muted = true
  }
  unmute() {
    this.muted = false
  }
}

function setup(change: Partial<PhoneParts> = {}) {
  const session = new FakeSession()
  const dialled: string[] = []
  const released: string[] = []
  const rejoined: unknown[] = []
  let opened = 0
  let listener: LineListener = { down: () => {}, up: () => {} }
  const stream = {} as MediaStream // never looked into here
  const voice: Voice = { stream, problem: null, release: () => released.push('voice') }
  const line: Line = {
    dial: (number) => {
      dialled.push(number)
      return session as unknown as ReturnType<Line['dial']> // the few members that the phone uses
    },
    rejoin: (call) => rejoined.push(call),
    close: () => {
      released.push('line')
      // As JsSIP does when it is stopped.
      if (!session.terminated) session.terminate()
    },
  }
  const phone = new Phone({
    account: async () => ({ username: 'web-1', password: 'x', domain: 'patchbay', url: 'ws://localhost/sip', expiresAt: 5000 }),
    openLine: async (_account, told) => {
      opened += 1
      listener = told
      return line
    },
    openVoice: async () => voice,
    ownAddress: () => '127.0.0.1',
    now: () => 1000,
    ...change,
  })
  return {
    phone,
    session,
    dialled,
    released,
    rejoined,
    opened: () => opened,
    down: () => listener.down(),
    up: () => listener.up(),
    call: () => phone.store.getState().call,
  }
}

/** An answer with keys as tones in the sound. */
const G711 = 'm=audio 9 X 0 126\r\na=rtpmap:126 telephone-event/8000\r\n'

/** A call that was answered, and whose line then went down. */
async function talkingOnLostLine() {
  const made = setup()
  await made.phone.call('7000')
  made.session.emit('accepted', {})
  made.down()
  return made
}

describe('Phone', () => {
  it('given a number with spaces, when called, then the line opens once and the bare number is dialled', async () => {
    const { phone, dialled, call, session, opened } = setup()
    await phone.call(' 70 00 ')
    expect(dialled).toEqual(['7000'])
    expect(call()?.phase).toBe('calling')
    session.emit('progress', {})
    expect(call()?.phase).toBe('ringing')
    session.emit('accepted', {})
    expect(call()).toMatchObject({ phase: 'talking', answeredAt: 1000 })
    phone.hangUp()
    await phone.call('7001')
    expect(dialled).toEqual(['7000', '7001'])
    expect(opened()).toBe(1)
  })

  it('given a call that is answered, when keys are pressed, then they are sent as tones and shown', async () => {
    const { phone, session, call } = setup()
    await phone.call('7000')
    phone.press('1')
    session.emit('accepted', {})
    phone.press('2')
    phone.press('x')
    phone.press('#')
    expect(session.sent).toEqual(['2', '#'])
    expect(call()?.digits).toBe('2#')
  })

  it('given the other side hangs up, then the call says so and the microphone is freed', async () => {
    const { phone, session, call, released } = setup()
    await phone.call('7000')
    session.emit('accepted', {})
    session.emit('ended', { originator: 'remote', cause: 'Terminated' })
    expect(call()).toMatchObject({ phase: 'ended', end: 'them' })
    expect(released).toEqual(['voice'])
  })

  it('given I hang up, then it is me who ended it, whatever comes after', async () => {
    const { phone, session, call } = setup()
    await phone.call('7000')
    session.emit('accepted', {})
    phone.hangUp()
    session.emit('failed', { originator: 'remote', cause: 'Busy' })
    expect(call()).toMatchObject({ phase: 'ended', end: 'you' })
  })

  it('given no microphone permission, then the call goes on and says that one is not heard', async () => {
    const stream = {} as MediaStream // never looked into here
    const { phone, dialled, call } = setup({ openVoice: async () => ({ stream, problem: 'denied', release: () => {} }) })
    await phone.call('7000')
    expect(dialled).toEqual(['7000'])
    expect(call()?.microphone).toBe('denied')
  })

  it('given the server refuses an account, then the line says why and the call ends', async () => {
    const { phone, call } = setup({ account: () => Promise.reject({ code: 'ENGINE_DOWN', message: 'down' }) })
    await phone.call('7000')
    expect(phone.store.getState()).toMatchObject({ line: 'failed', lineProblem: { kind: 'server', problem: { code: 'ENGINE_DOWN' } } })
    expect(call()).toMatchObject({ phase: 'ended', end: 'failed' })
  })

  it('given the line cannot be reached, then that is said, and the next call tries again', async () => {
    let reachable = false
    const { phone } = setup({
      openLine: async () =>
        reachable ? { dial: () => new FakeSession() as never, rejoin: () => {}, close: () => {} } : { kind: 'unreachable' },
    })
    await phone.call('7000')
    expect(phone.store.getState().lineProblem).toMatchObject({ kind: 'unreachable' })
    reachable = true
    await phone.call('7000')
    expect(phone.store.getState().line).toBe('ready')
  })

  it('given I hang up while the line opens, then nothing is dialled', async () => {
    let open = (_line: Line) => {}
    const { phone, dialled } = setup({ openLine: () => new Promise((resolve) => (open = resolve)) })
    const calling = phone.call('7000')
    await Promise.resolve()
    phone.hangUp()
    await new Promise((resolve) => setImmediate(resolve))
    open({ dial: () => expect.unreachable(), rejoin: () => {}, close: () => {} })
    await calling
    expect(dialled).toEqual([])
  })

  it('given the account has run out, then the next call registers anew', async () => {
    const { phone, opened, session } = setup({ now: () => 9000 })
    await phone.call('7000')
    session.emit('failed', { originator: 'remote', cause: 'Busy' })
    await phone.call('7000')
    expect(opened()).toBe(2)
  })

  it('given the line goes down in a call, then the call and its keys go on, and the other side is told when it is up again', async () => {
    const { phone, session, call, released, rejoined, opened, down, up } = setup()
    await phone.call('7000')
    session.emit('sdp', { originator: 'remote', type: 'answer', sdp: G711 })
    session.emit('accepted', {})
    down()
    expect(phone.store.getState().line).toBe('lost')
    expect(call()).toMatchObject({ phase: 'talking', keysInSound: true })
    expect(released).toEqual([])
    phone.press('1')
    expect(session.sent).toEqual(['1'])
    up()
    expect(rejoined).toEqual([session])
    expect(phone.store.getState().line).toBe('ready')
    session.emit('ended', { originator: 'remote', cause: 'Terminated' })
    await phone.call('7000')
    expect(opened()).toBe(1)
  })

  it('given keys take the line, then one pressed while it is down is not sent, as that would end the call', async () => {
    const { phone, session, call } = await talkingOnLostLine()
    phone.press('1')
    expect(session.sent).toEqual([])
    expect(call()).toMatchObject({ digits: '', keysInSound: false })
  })

  it('given I hang up while the line is down, then the other side is told when it is up again', async () => {
    const { phone, session, call, released, up } = await talkingOnLostLine()
    phone.hangUp()
    expect(call()).toMatchObject({ phase: 'ended', end: 'you' })
    expect(released).toEqual(['voice'])
    expect(session.terminated).toBe(false)
    up()
    expect(session.terminated).toBe(true)
  })

  it('given I hang up while the line is down and call again, then the first is told once it is up, and then the second is made', async () => {
    const { phone, session, dialled, opened, up } = await talkingOnLostLine()
    phone.hangUp()
    const again = phone.call('7001')
    await settled()
    expect(session.terminated).toBe(false)
    expect(dialled).toEqual(['7000'])
    up()
    await again
    expect(session.terminated).toBe(true)
    expect(dialled).toEqual(['7000', '7001'])
    expect(opened()).toBe(1)
  })

  it('given the line does not come up, then a call made again has waited long enough, and opens one anew', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const { phone, dialled, opened } = await talkingOnLostLine()
      phone.hangUp()
      const again = phone.call('7001')
      await vi.advanceTimersByTimeAsync(60_000)
      await again
      expect(dialled).toEqual(['7000', '7001'])
      expect(opened()).toBe(2)
    } finally {
      vi.useRealTimers()
    }
  })

  it('given I hang up again while it waits, then nothing is dialled when the line is up', async () => {
    const { phone, session, dialled, up } = await talkingOnLostLine()
    phone.hangUp()
    const again = phone.call('7001')
    await settled()
    phone.hangUp()
    up()
    await again
    expect(session.terminated).toBe(true)
    expect(dialled).toEqual(['7000'])
  })

  it('given the line is closed while a call waits for it, then nothing is dialled', async () => {
    const { phone, dialled } = await talkingOnLostLine()
    phone.hangUp()
    const again = phone.call('7001')
    await settled()
    phone.close()
    await again
    expect(dialled).toEqual(['7000'])
    expect(phone.store.getState()).toEqual(initialState)
  })

  it('given the line went down and the call is over, then the next call opens it anew', async () => {
    const { phone, session, opened } = await talkingOnLostLine()
    session.emit('ended', { originator: 'system', cause: 'RTP Timeout' })
    await phone.call('7000')
    expect(opened()).toBe(2)
  })

  it('given the line goes down without a call, then it is closed', async () => {
    const { phone, session, released, down } = setup()
    await phone.call('7000')
    session.emit('failed', { originator: 'remote', cause: 'Busy' })
    down()
    expect(phone.store.getState().line).toBe('off')
    expect(released).toContain('line')
  })

  it('given I hang up while the microphone is asked for and call again, then it is freed and one number is dialled', async () => {
    const { released, dialled, session } = setup()
    const asked: ((voice: Voice) => void)[] = []
    const voiceOf = (name: string): Voice => ({ stream: {} as MediaStream, problem: null, release: () => released.push(name) }) // never looked into
    const { phone } = setup({
      openVoice: () => new Promise((resolve) => asked.push(resolve)),
      openLine: async () => ({
        dial: (number) => {
          dialled.push(number)
          return session as unknown as ReturnType<Line['dial']> // the few members that the phone uses
        },
        rejoin: () => {},
        close: () => {},
      }),
    })
    const first = phone.call('7000')
    phone.hangUp()
    const second = phone.call('7001')
    for (const [index, allow] of asked.entries()) allow(voiceOf(`microphone ${index}`))
    await Promise.all([first, second])
    expect(released).toEqual(['microphone 0'])
    expect(dialled).toEqual(['7001'])
  })

  it('given two calls, then what comes late of the first does not end the second', async () => {
    const sessions = [new FakeSession(), new FakeSession()]
    const [first] = sessions
    const { phone } = setup({
      openLine: async () => ({ dial: () => sessions.shift() as never, rejoin: () => {}, close: () => {} }), // as above
    })
    await phone.call('7000')
    phone.hangUp()
    await phone.call('7001')
    first?.emit('ended', { originator: 'remote', cause: 'Terminated' })
    expect(phone.store.getState().call).toMatchObject({ number: '7001', phase: 'calling' })
  })

  it.each([
    ['a tone at the codec’s rate', 'm=audio 9 X 111 110\r\na=rtpmap:111 opus/48000/2\r\na=rtpmap:110 telephone-event/48000\r\n', 'RFC2833'],
    ['none of that rate', 'm=audio 9 X 111 126\r\na=rtpmap:111 opus/48000/2\r\na=rtpmap:126 telephone-event/8000\r\n', undefined],
    ['G.711 and its tone', G711, 'RFC2833'],
  ])('given the answer has %s, then keys go the way that is understood', async (_what, sdp, way) => {
    const { phone, session } = setup()
    await phone.call('7000')
    session.emit('sdp', { originator: 'remote', type: 'answer', sdp })
    session.emit('accepted', {})
    phone.press('5')
    expect(session.ways).toEqual([way])
  })

  it('given the answer offers two kinds of tones, then the wrong one is taken out', async () => {
    const { phone, session } = setup()
    await phone.call('7000')
    const event = {
      originator: 'remote',
      type: 'answer',
      sdp: 'a=rtpmap:110 telephone-event/48000\r\na=rtpmap:126 telephone-event/8000\r\n',
    }
    session.emit('sdp', event)
    expect(event.sdp).toBe('a=rtpmap:110 telephone-event/48000\r\n')
  })
})
