/**
 * Calls without telephones: where no Asterisk can run, a person tries a flow from the page by keys and words.
 *
 * @example
 * const practice = new PracticeCalls(systemClock, '/data/recordings')
 * practice.call('user-1', '7000', 'Ada')
 */
export { PracticeCalls } from './calls'
export { practiceSounds, practiceSpeech } from './sounds'
