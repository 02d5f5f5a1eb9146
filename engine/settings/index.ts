export { type SettingKey, type SettingValue, settingSchemas } from './keys'
export { readSetting } from './read'
export { readTelephonySettings, type TelephonySettings } from './telephony'
