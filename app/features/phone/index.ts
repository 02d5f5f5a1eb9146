export { usePhone, usePhonePanel } from './PhoneContext'
export { PhonePanel } from './PhonePanel'
export { PhoneProvider } from './PhoneProvider'
