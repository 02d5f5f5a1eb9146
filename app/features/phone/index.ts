export { usePhonePanel } from './PhoneContext'
export { PhoneProvider } from './PhoneProvider'
