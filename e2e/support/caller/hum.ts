const packet = Uint8Array.from({ length: 160 }, (_, i) => (i % 40 < 20 ? 0x10 : 0x90))

/** A low tone in µ-law, loud enough not to be silence; for `call.speak(hum)`. */
export const hum = (): Uint8Array => packet
