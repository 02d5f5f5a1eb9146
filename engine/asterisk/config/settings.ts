/** A desk phone or softphone that registers with a password. */
export interface Phone {
  /** Its number and user name, e.g. `1001`. */
  readonly extension: string
  readonly secret: string
  readonly displayName: string
}

/** The line to the outside world. */
export interface Trunk {
  /** `sip.example.com` or `192.0.2.1:5070`; calls from its addresses come in without a password. */
  readonly host: string
  /** With a user name Asterisk registers there. */
  readonly username?: string
  readonly secret?: string
  /** The number calls out show. */
  readonly fromNumber?: string
}

/** Where a caller goes, after a sentence, when the engine does not take the call. */
type Fallback = { readonly kind: 'hangup' } | { readonly kind: 'extension'; readonly extension: string }

/** All that Asterisk's configuration depends on. */
export interface AsteriskSettings {
  /** Patchbay's data folder; Asterisk's is `asterisk` in it. */
  readonly dataDir: string
  readonly sipPort: number
  /** Address for SIP and media; default `0.0.0.0`, tests use `127.0.0.1`. */
  readonly sipBind?: string
  /** ARI and the browser phones' websocket (`/ari`, `/ws`); loopback only. */
  readonly httpPort: number
  readonly rtpStart: number
  readonly rtpEnd: number
  readonly ariUser: string
  readonly ariPassword: string
  /**
   * Where the engine listens for Asterisk's websocket, e.g. `ws://127.0.0.1:4001/ari`. Asterisk logs in there
   * (HTTP Basic) with `ariUser` and `ariPassword`. Versions without outbound websockets ignore it.
   */
  readonly engineWsUrl: string
  /** Stasis application; default `patchbay`. */
  readonly app?: string
  /** Networks that may call in without a password (CIDR); default loopback. */
  readonly trustedNetworks?: readonly string[]
  readonly phones?: readonly Phone[]
  readonly trunk?: Trunk
  /** Default: hang up. */
  readonly fallback?: Fallback
  /** Seconds a caller hears ringing while no engine takes the call; default 15. */
  readonly pickupSeconds?: number
  /** Sound the caller hears then: absolute path without its ending, or a sound's name; default `an-error-has-occurred`. */
  readonly unavailableSound?: string
}
