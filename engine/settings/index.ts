export { type SettingKey, type SettingValue, settingSchemas } from './keys'
export { readSetting } from './read'
