import { openAsteriskRig } from './testing/asterisk-rig'
import { telephonyContract } from './testing/contract'

telephonyContract('Asterisk without websockets for requests, by ari-client', () => openAsteriskRig('ari-client'), { keepsEvents: false })
