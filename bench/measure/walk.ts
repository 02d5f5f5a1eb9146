import { setTimeout as sleep } from 'node:timers/promises'
import type { Call, Phone } from '../../e2e/support/caller'
import { first, walk } from '../menu'
import { type Prompts, promptOf } from './prompts'

/** How far into a prompt the key is pressed (ms). */
const INTO = 100
/** A prompt that takes longer to begin is a failure (ms). */
const PATIENCE = 2000

/** One call through the menu; rejects if it is not answered, a prompt is missing, or the end does not come. */
export async function walkMenu(phone: Phone, number: string, prompts: Prompts): Promise<void> {
  const call = await phone.call(number)
  try {
    await walkCall(call, prompts)
  } catch (error) {
    await call.hangup()
    throw error
  }
}

async function walkCall(call: Call, prompts: Prompts): Promise<void> {
  const hear = async (step: string, after: number) => (await call.ear.prompt(promptOf(prompts, step), { after, within: PATIENCE })).at
  await within(PATIENCE, 'answer', call.answered)
  await hear(first, 0)
  for (const [key, ...said] of walk) {
    await sleep(INTO)
    let { ended: after } = await call.press(key)
    for (const step of said) after = await hear(step, after)
  }
  const { by } = await within(PATIENCE + 2000, 'end', call.ended)
  if (by !== 'them') throw new Error('the call was not ended by the menu')
}

async function within<T>(ms: number, what: string, promise: Promise<T>): Promise<T> {
  const late = new AbortController()
  const result = await Promise.race([
    promise,
    sleep(ms, undefined, { signal: late.signal }).then(() => Promise.reject(new Error(`no ${what} within ${ms} ms`))),
  ])
  late.abort()
  return result
}
