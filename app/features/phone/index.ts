export { PhoneProvider, usePhone, usePhonePanel } from './PhoneContext'
export { PhonePanel } from './PhonePanel'
