/** The program that `npm start` hands over to, once it is built. */
export { start } from './start'
