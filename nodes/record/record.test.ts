import { describe, expect, test } from 'vitest'
import { gone } from '../testing/fake-context'
import { runStep, text } from '../testing/run-step'

const variables = [{ name: 'message', type: 'string' as const }]
const record = (config: object, script: Parameters<typeof runStep>[2]) => runStep('record', config, { variables, ...script })

describe('record', () => {
  test('given a message, then its id is kept', async () => {
    const { result, did } = await record({ prompts: [text('Speak.')], variable: 'message' }, { recordings: [3000] })
    expect(did).toEqual(['play', 'record'])
    expect(result).toMatchObject({ outcome: 'recorded', assign: { message: 'message-1' }, output: { seconds: 3, takes: 1 } })
  })

  test('given a message that is too short, then that is its exit, and it is not kept', async () => {
    const { result, deeds } = await record({ minSeconds: 2 }, { recordings: [1900] })
    expect(result.outcome).toBe('too-short')
    expect(deeds.at(-1)).toEqual({ did: 'discard', key: 'message-1' })
    expect((await record({ minSeconds: 0 }, { recordings: [0] })).result.outcome).toBe('too-short')
  })

  test('given a review, when the caller hears it, says it again and keeps it, then the second take is kept', async () => {
    const { result, did } = await record({ review: true }, { recordings: [3000, 4000], digits: ['2', '3', '1'] })
    expect(did).toEqual(['record', 'gather', 'play', 'gather', 'discard', 'record', 'gather'])
    expect(result).toMatchObject({ outcome: 'recorded', output: { recordingId: 'message-2', takes: 2 } })
  })

  test('given a review that nobody answers, then the message is kept', async () => {
    expect((await record({ review: true }, { recordings: [3000], digits: [null] })).result.outcome).toBe('recorded')
  })

  test('given a caller who never keeps it, then the last take is', async () => {
    const { result } = await record({ review: true }, { recordings: Array(5).fill(3000), digits: Array(4).fill('3') })
    expect(result).toMatchObject({ outcome: 'recorded', output: { takes: 5 } })
  })

  test('given a caller who only listens, then it ends', async () => {
    const { result } = await record({ review: true }, { recordings: [3000], digits: Array(10).fill('2') })
    expect(result.outcome).toBe('recorded')
  })

  test('given a flow in Chinese, then the review asks in Chinese', async () => {
    const { deeds } = await record({ review: true }, { recordings: [3000], digits: ['1'], language: 'zh-CN' })
    const asked = deeds.find((deed) => deed.did === 'gather')
    expect(asked).toMatchObject({ request: { prompts: [{ text: expect.stringContaining('保留') }] } })
  })

  test('given a flow in a language without words of our own, then the review asks in English, in an English voice', async () => {
    const { deeds } = await record({ review: true }, { recordings: [3000], digits: ['1'], language: 'de' })
    const asked = deeds.find((deed) => deed.did === 'gather')
    expect(asked).toMatchObject({ request: { prompts: [{ text: expect.stringContaining('To keep'), language: 'en' }] } })
  })

  test('given a line that breaks, then it fails with the reason', async () => {
    expect((await record({}, { recordings: [gone] })).result.error?.code).toBe('CALL_GONE')
    expect((await record({ prompts: [text('x')] }, { playback: gone })).result.error?.code).toBe('CALL_GONE')
    expect((await record({ review: true }, { recordings: [3000], digits: [gone] })).result.error?.code).toBe('CALL_GONE')
  })
})
