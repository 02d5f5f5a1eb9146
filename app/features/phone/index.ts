export { useCalledNumber, usePhonePanel } from './PhoneContext'
export { PhoneProvider } from './PhoneProvider'
