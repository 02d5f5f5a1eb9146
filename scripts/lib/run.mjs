import { spawn } from 'node:child_process'
import { root } from './stamp.mjs'

/** Runs a command; resolves with its output, rejects with the end of it. A signal to this process ends the command too. */
export function run(command, args, { env = {}, onLine = () => {}, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    const end = (signal) => {
      child.kill(signal)
      process.exit(signal === 'SIGINT' ? 130 : 143)
    }
    const forget = () => {
      process.off('SIGINT', end)
      process.off('SIGTERM', end)
    }
    process.on('SIGINT', end)
    process.on('SIGTERM', end)
    let output = ''
    const take = (chunk) => {
      output += chunk
      const lines = String(chunk).trim().split('\n')
      if (lines.at(-1)) onLine(lines.at(-1))
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('error', (error) => {
      forget()
      reject(error)
    })
    child.on('close', (code) => {
      forget()
      if (code === 0) resolve(output)
      else reject(Object.assign(new Error(output.slice(-3000)), { code }))
    })
  })
}
