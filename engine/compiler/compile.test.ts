import { describe, expect, test } from 'vitest'
import { compilableNodes } from '@/nodes/registry.compile'
import { type CompileEnvironment, compile } from './compile'
import { flow, says } from './testing/documents'
import { drive } from './testing/drive'

const alone: CompileEnvironment = { flowId: 'f1', modules: new Map(), secrets: 'unknown', sounds: 'unknown' }

const menuFlow = flow({
  nodes: {
    ask: ['menu', { prompts: says('Press one or two.'), options: [{ key: '1' }, { key: '2' }] }],
    hours: ['play', { prompts: says('We open at nine.') }],
    bye: ['hangup', { prompts: says('Goodbye.') }],
  },
  edges: ['start start -> ask', 'ask matched:1 -> hours', 'ask matched:2 -> bye', 'ask no-match -> ask', 'hours done -> ask'],
})

function compiledOf(document: ReturnType<typeof flow>) {
  const { compiled, diagnostics } = compile(document, compilableNodes, alone)
  if (!compiled) throw new Error(JSON.stringify(diagnostics))
  return compiled
}

describe('a compiled flow driven by XState', () => {
  test('given a menu, when keys are pressed, then the connected steps are visited and the call ends', async () => {
    const run = drive(compiledOf(menuFlow))
    await run.leave('start')
    await run.leave('matched:1')
    await run.leave('done')
    await run.leave('matched:2')
    await run.leave('$end')
    expect(run.visits).toEqual(['start', 'ask', 'hours', 'ask', 'bye'])
    expect(run.done).toBe(true)
  })

  test('given an exit back to its own step, when it is taken, then the step is visited again', async () => {
    const run = drive(compiledOf(menuFlow))
    await run.leave('start')
    await run.leave('no-match')
    expect(run.visits).toEqual(['start', 'ask', 'ask'])
  })

  test('given an unconnected error, when a step fails, then the apology plays and the call ends', async () => {
    const run = drive(compiledOf(menuFlow))
    await run.leave('start')
    await run.leave('timeout')
    expect(run.at).toBe('$error')
    await run.leave('done')
    expect(run.done).toBe(true)
  })

  test('given the start step’s handlers, when the caller hangs up or takes too many steps, then they run', async () => {
    const handled = flow({
      nodes: { ask: ['menu', { prompts: says('Hi'), options: [{ key: '1' }] }], log: ['play', { prompts: says('x') }] },
      edges: ['start start -> ask', 'start hangup -> log', 'start too-many-steps -> log', 'ask matched:1 -> ask'],
    })
    for (const event of ['call.hangup', 'flow.limit'] as const) {
      const run = drive(compiledOf(handled))
      await run.leave('start')
      run.send(event)
      expect(run.at).toBe('log')
    }
  })

  test('given a hang-up step, when its own hang-up is reported, then the hang-up handler stays out of it', async () => {
    const run = drive(compiledOf(menuFlow))
    await run.leave('start')
    await run.leave('matched:2')
    run.send('call.hangup')
    expect(run.done).toBe(false)
    expect(run.at).toBe('bye')
  })

  test('given a failing error handler, when it fails too, then it is not started again', async () => {
    const handled = flow({
      nodes: { ask: ['menu', { prompts: says('Hi'), options: [{ key: '1' }] }], sorry: ['play', { prompts: says('Sorry') }] },
      edges: ['start start -> ask', 'start error -> sorry', 'ask matched:1 -> ask'],
    })
    const run = drive(compiledOf(handled))
    await run.leave('start')
    await run.leave('error')
    expect(run.at).toBe('sorry')
    await run.leave('error')
    expect(run.at).toBe('$error')
  })

  test('given the same document twice, when compiled, then the JSON is byte-identical', () => {
    expect(JSON.stringify(compiledOf(menuFlow))).toBe(JSON.stringify(compiledOf(structuredClone(menuFlow))))
  })
})
