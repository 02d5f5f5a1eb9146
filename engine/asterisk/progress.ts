/** Told of every step that can take over two seconds: `onProgress('Downloading Asterisk', '12 of 80 packages')`. */
export type Progress = (step: string, detail?: string) => void
