import { spawn } from 'node:child_process'

/** How a program ended: its exit code (127 when it could not be started) and what it printed. */
export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

interface ExecOptions {
  readonly env?: NodeJS.ProcessEnv
  readonly cwd?: string
  readonly timeoutMs?: number
  /** What it reads; nothing by default. */
  readonly input?: string
  /** Told every whole line of both outputs. */
  readonly onLine?: (line: string) => void
}

/** Runs a program to its end, without a shell; never rejects. If we end before it does, it is killed. */
export function exec(command: string, args: readonly string[], options: ExecOptions = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['pipe', 'pipe', 'pipe'],
      timeout: options.timeoutMs,
      killSignal: 'SIGKILL',
    })
    const kill = () => child.kill('SIGKILL')
    process.once('exit', kill)
    // It may end without having read all of it; how it ended says the rest.
    child.stdin.on('error', () => {}).end(options.input)
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', lines(options.onLine))
    child.stderr.setEncoding('utf8').on('data', lines(options.onLine))
    child.stdout.on('data', (text: string) => {
      stdout += text
    })
    child.stderr.on('data', (text: string) => {
      stderr += text
    })
    const end = (code: number) => {
      process.off('exit', kill)
      resolve({ code, stdout, stderr })
    }
    child.once('error', (error) => {
      stderr += error.message
      end(127)
    })
    child.once('close', (code) => end(code ?? 1))
  })
}

/** Cuts what comes in pieces into whole lines. */
function lines(onLine: (line: string) => void = () => {}): (text: string) => void {
  let partial = ''
  return (text) => {
    const whole = (partial + text).split('\n')
    partial = whole.pop() ?? ''
    for (const line of whole) onLine(line)
  }
}
