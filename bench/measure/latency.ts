import { setTimeout as sleep } from 'node:timers/promises'
import type { Phone } from '../../e2e/support/caller'
import { type Prompts, promptOf, untilSilence } from './prompts'

/** When the key is pressed: into the silence after the question, or into the question. */
export const moments = ['after-prompt', 'barge-in'] as const
export type Moment = (typeof moments)[number]

/** How far into the question the key is pressed (ms), the length of a packet more or less. */
const INTO = 400
const PACKET = 20

/**
 * Milliseconds from the packet that ends a digit to the first packet of the next prompt, `samples` times in one call.
 * The caller sends RTP all the while.
 */
export async function measureLatency(phone: Phone, number: string, prompts: Prompts, moment: Moment, samples: number): Promise<number[]> {
  const call = await phone.call(number)
  await call.answered
  await call.ear.prompt(promptOf(prompts, 'main'), { after: 0 })
  const measured: number[] = []
  for (let i = 0; i < samples; i++) {
    if (moment === 'after-prompt') await untilSilence(call)
    else await sleep(INTO + Math.random() * PACKET)
    // To the departments and back.
    const [key, next] = i % 2 === 0 ? ['2', 'departments'] : ['9', 'main']
    const { ended } = await call.press(key)
    const { at } = await call.ear.prompt(promptOf(prompts, next), { after: ended })
    measured.push(at - ended)
  }
  await call.hangup()
  return measured
}
