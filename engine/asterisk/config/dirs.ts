import { join } from 'node:path'

/** Asterisk's own folders, all in the data folder; none is shared with another instance. */
export interface AsteriskDirs {
  readonly home: string
  readonly etc: string
  readonly lib: string
  readonly spool: string
  /** Live and stored recordings of ARI; recording answers 500 if it does not exist. */
  readonly recordings: string
  readonly run: string
  readonly log: string
  /** HTTP playback needs it. */
  readonly cache: string
}

/** `<dataDir>/asterisk/…` */
export function asteriskDirs(dataDir: string): AsteriskDirs {
  const home = join(dataDir, 'asterisk')
  return {
    home,
    etc: join(home, 'etc'),
    lib: join(home, 'lib'),
    spool: join(home, 'spool'),
    recordings: join(home, 'spool/recording'),
    run: join(home, 'run'),
    log: join(home, 'log'),
    cache: join(home, 'cache'),
  }
}
