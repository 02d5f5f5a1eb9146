declare module 'ari-client' {
  const ariClient: {
    /** Reads Asterisk's API description; rejects when it cannot. */
    connect(origin: string, user: string, password: string): Promise<unknown>
  }
  export default ariClient
}
