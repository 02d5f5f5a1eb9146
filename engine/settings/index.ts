export { type SettingKey, type SettingValue } from './keys'
export { readSetting } from './read'
export { readTelephonySettings, type TelephonySettings } from './telephony'
