/**
 * Text to speech and sound files.
 *
 * @example
 * const speech = createSpeech({ folder, providers: [flite(tools.flite), espeak(tools.espeak)], sox: tools.sox })
 * await speech.say({ text: 'Welcome.', language: 'en' }) // ok('sound:/data/speech/3f…')
 */
export { createSpeech, type SpeechOptions, type SpeechService } from './create'
export { espeak, flite, type SpeechProvider } from './provider'
export type { Tool } from './tool'
