import { openAsteriskRig } from './testing/asterisk-rig'
import { telephonyContract } from './testing/contract'

telephonyContract('Asterisk, by the websocket that it opens', () => openAsteriskRig('outbound'))
