import { setTimeout as sleep } from 'node:timers/promises'
import type { Call, Phone } from '../../e2e/support/caller'

/** How each step's prompt begins, as packets: by it a caller knows which prompt begins, and when, even without a pause before. */
export type Prompts = Readonly<Record<string, readonly Uint8Array[]>>

/** Enough to tell the prompts apart: 100 ms. */
const PACKETS = 5
/** Asterisk sends nothing between prompts; after so long (ms) without a packet the prompt is over. */
const SILENCE = 200

/** Waits until nothing comes any more. */
export async function untilSilence({ ear }: Call): Promise<void> {
  for (;;) {
    const since = performance.now() - (ear.packets.at(-1)?.at ?? 0)
    if (since >= SILENCE) return
    await sleep(SILENCE - since + 1)
  }
}

/** Listens to every prompt once, in a slow call through the menu. */
export async function learnPrompts(phone: Phone, number: string): Promise<Prompts> {
  const call = await phone.call(number)
  await call.answered
  const prompts: Record<string, Uint8Array[]> = {}
  const learn = async (step: string, after: number) => {
    const first = await call.ear.spurt({ after })
    await sleep(PACKETS * 20 + 50)
    const at = call.ear.packets.indexOf(first)
    prompts[step] = call.ear.packets.slice(at, at + PACKETS).map((packet) => packet.payload)
  }
  const press = async (key: string) => {
    await untilSilence(call)
    return (await call.press(key)).ended
  }
  await learn('main', 0)
  await learn('departments', await press('2'))
  await learn('sales', await press('1'))
  await learn('bye', await press('0'))
  await call.ended
  return prompts
}

/** That step's prompt; throws when it was never learnt. */
export function promptOf(prompts: Prompts, step: string): readonly Uint8Array[] {
  const prompt = prompts[step]
  if (!prompt) throw new Error(`the prompt of ${step} is not known`)
  return prompt
}
