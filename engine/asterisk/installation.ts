/** An Asterisk that can be started here, and where its parts are. */
export interface AsteriskInstallation {
  readonly kind: 'own' | 'folder' | 'docker'
  /** The image of the container that it runs in; `command` and all folders are then those inside. */
  readonly image?: string
  readonly command: string
  /** Go before Asterisk's own arguments. */
  readonly args: readonly string[]
  /** E.g. `22.10.1`. */
  readonly version: string
  readonly modulesDir: string
  /** What `modulesDir` holds, without `.so`. */
  readonly modules: ReadonlySet<string>
  /** Holds `sounds`, `moh`, `documentation`. */
  readonly dataDir: string
}

/** `Asterisk 22.10.1~dfsg+~cs6.17.60671434-1` → `22.10.1`. */
export function asteriskVersion(output: string): string | undefined {
  return /^Asterisk (?:certified[/-])?(\d+(?:\.\d+)*)/m.exec(output)?.[1]
}

/** The modules among the files of a folder: `chan_pjsip.so` → `chan_pjsip`. */
export function moduleNames(files: readonly string[]): ReadonlySet<string> {
  return new Set(files.filter((file) => file.endsWith('.so')).map((file) => file.slice(0, -3)))
}
