import { run } from './program'

await run(process.argv.slice(2))
