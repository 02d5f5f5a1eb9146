import { serverContract } from './testing/contract'

serverContract('SQLite', async () => undefined)
