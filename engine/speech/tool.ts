import { spawn } from 'node:child_process'
import { fail, ok, type Result } from '@/engine/errors'

/** A program to spawn: `command`, arguments that go before ours, environment. */
export interface Tool {
  readonly command: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
}

/** Longest that one text or conversion may take, ms. */
const LIMIT_MS = 30_000

/** Runs a tool without a shell; `input` goes to its standard input. `SPEECH_FAILED` with the end of what it complained about. */
export function runTool(tool: Tool, args: readonly string[], input?: string, signal?: AbortSignal): Promise<Result<void>> {
  return new Promise((resolve) => {
    const child = spawn(tool.command, [...tool.args, ...args], {
      env: tool.env,
      stdio: ['pipe', 'ignore', 'pipe'],
      timeout: LIMIT_MS,
      killSignal: 'SIGKILL',
      ...(signal ? { signal } : {}),
    })
    let complaint = ''
    child.stderr.on('data', (chunk) => {
      complaint = `${complaint}${chunk}`.slice(-500)
    })
    // A tool that ends early does not read its input; its exit code tells.
    child.stdin.on('error', () => {})
    child.once('error', (error) => resolve(fail('SPEECH_FAILED', `The speech program could not run (${error.message}).`)))
    child.once('close', (code) => resolve(code === 0 ? ok() : fail('SPEECH_FAILED', `The speech program failed. ${complaint.trim()}`)))
    child.stdin.end(input)
  })
}
