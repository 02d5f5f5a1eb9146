export type { SettingKey, SettingValue } from './keys'
export { readSetting } from './read'
export { readTelephonySettings, type TelephonySettings } from './telephony'
