import type { MicrophoneProblem } from './state'

/** A stream to send, and why it is silent if it is. */
export interface Voice {
  readonly stream: MediaStream
  readonly problem: MicrophoneProblem | null
  /** Frees the microphone. */
  readonly release: () => void
}

const problems: Readonly<Record<string, MicrophoneProblem>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  AbortError: 'busy',
}

/** The microphone; or silence with the reason, so that one can still listen and press keys. */
export async function openVoice(): Promise<Voice> {
  // Browsers hide the microphone from plain http, save on localhost.
  if (!navigator.mediaDevices?.getUserMedia) return silence('insecure')
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    })
    return { stream, problem: null, release: () => stop(stream) }
  } catch (error) {
    return silence(problems[error instanceof DOMException ? error.name : ''] ?? 'busy')
  }
}

function silence(problem: MicrophoneProblem): Voice {
  const context = new AudioContext()
  const destination = context.createMediaStreamDestination()
  // Packets of silence, not no packets: who sends none looks gone.
  const source = new ConstantSourceNode(context, { offset: 0 })
  source.connect(destination)
  source.start()
  void context.resume()
  const { stream } = destination
  return {
    stream,
    problem,
    release: () => {
      stop(stream)
      void context.close()
    },
  }
}

function stop(stream: MediaStream) {
  for (const track of stream.getTracks()) track.stop()
}
