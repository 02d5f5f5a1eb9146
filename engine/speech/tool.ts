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
/** Most that is kept of what a tool says. */
const OUTPUT_LENGTH = 100_000

/** What a tool said. */
export interface ToolOutput {
  readonly output: string
  readonly complaints: string
}

/** Runs a tool without a shell; `input` goes to its standard input. `SPEECH_FAILED` with the end of what it complained about. */
export function runTool(tool: Tool, args: readonly string[], input = ''): Promise<Result<ToolOutput>> {
  return new Promise((resolve) => {
    const child = spawn(tool.command, [...tool.args, ...args], {
      env: tool.env,
      stdio: ['pipe', 'pipe', 'pipe'],
      timeout: LIMIT_MS,
      killSignal: 'SIGKILL',
    })
    let output = ''
    let complaints = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output = `${output}${chunk}`.slice(-OUTPUT_LENGTH)
    })
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      complaints = `${complaints}${chunk}`.slice(-OUTPUT_LENGTH)
    })
    // A tool that ends early does not read its input; its exit code tells.
    child.stdin.on('error', () => {})
    child.once('error', (error) => resolve(fail('SPEECH_FAILED', `The speech program could not run (${error.message}).`)))
    child.once('close', (code) =>
      resolve(
        code === 0 ? ok({ output, complaints }) : fail('SPEECH_FAILED', `The speech program failed. ${complaints.trim().slice(-300)}`),
      ),
    )
    child.stdin.end(input)
  })
}
