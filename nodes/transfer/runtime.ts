import { failed, type NodeResult } from '@/engine/flow'
import type { DialTarget, NodeRun } from '@/engine/ports'
import type { Config } from './schema'

/** Rings the target and lets the two talk; the call comes back here when the other side hangs up. */
export const run: NodeRun<Config> = async (config, context): Promise<NodeResult> => {
  const target = context.render(config.target)
  if (!target.ok) return failed(target.error)
  const callerId = config.callerId ? context.render(config.callerId) : undefined
  if (callerId && !callerId.ok) return failed(callerId.error)
  const to = dialTarget(config.kind, target.value.trim())
  if (!to) return failed({ code: 'DIAL_FAILED', message: `“${target.value.slice(0, 80)}” cannot be called.` })

  context.noteInput({ kind: config.kind, target: target.value.trim(), ...(callerId ? { callerId: callerId.value } : {}) })
  const call = await context.media.dial('leg', to, {
    ringSeconds: config.ringSeconds,
    ...(callerId ? { callerId: callerId.value } : {}),
  })
  if (!call.ok) return failed(call.error)
  return { outcome: call.value.end, output: { end: call.value.end, talkSeconds: Math.round(call.value.talkMs / 1000) } }
}

/** Phone numbers may be written with spaces, dots, brackets and dashes; undefined for what is no target. */
function dialTarget(kind: Config['kind'], text: string): DialTarget | undefined {
  if (kind === 'uri') return /^sips?:[^\s@"<>]+@[^\s@"<>]+$/i.test(text) ? { kind, uri: text } : undefined
  const number = kind === 'number' ? text.replace(/[\s().\-/]/g, '') : text
  return /^[+*#]?[0-9A-Za-z*#][0-9A-Za-z_.*#-]{0,63}$/.test(number) ? { kind, number } : undefined
}
