/** Shows that something long is being done; given by the start script, which runs before anything is installed. */
export type Step = <T>(title: string, work: (detail: (text: string) => void) => Promise<T>) => Promise<T>
