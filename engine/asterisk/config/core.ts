import { modules } from '../folder/modules'
import type { AsteriskInstallation } from '../installation'
import type { AsteriskDirs } from './dirs'
import { ini } from './ini'

/** `asterisk.conf`: where everything is. */
export function asteriskConf(dirs: AsteriskDirs, installation: AsteriskInstallation): string {
  return ini(
    {
      name: 'directories',
      lines: [
        ['astetcdir', dirs.etc],
        ['astmoddir', installation.modulesDir],
        ['astvarlibdir', dirs.lib],
        ['astdbdir', dirs.lib],
        ['astkeydir', dirs.lib],
        ['astdatadir', installation.dataDir],
        ['astspooldir', dirs.spool],
        ['astrundir', dirs.run],
        ['astlogdir', dirs.log],
        ['astcachedir', dirs.cache],
      ],
    },
    {
      name: 'options',
      lines: [
        ['defaultlanguage', 'en'],
        ['documentation_language', 'en_US'],
        ['dumpcore', false],
        // ARI must not reach SHELL() and the like.
        ['live_dangerously', false],
      ],
    },
  )
}

/** `modules.conf`: what Debian's Asterisk has is known; a machine's own may lack some, so only `available` are named. */
export function modulesConf(available: ReadonlySet<string>): string {
  const loads = modules.filter((name) => available.has(name))
  return ini({ name: 'modules', lines: [['autoload', false], ...loads.map((name) => ['load', `${name}.so`] as const)] })
}

/** `logger.conf`: what went wrong on the console (our log), refused logins in a file of their own. */
export function loggerConf(): string {
  return ini(
    // We rotate by size (see `logs.ts`); Asterisk's own ways never delete anything.
    {
      name: 'general',
      lines: [
        ['rotatestrategy', 'none'],
        ['queue_log', false],
        ['dateformat', '%F %T.%3q'],
      ],
    },
    {
      name: 'logfiles',
      lines: [
        ['console', 'error,warning'],
        ['security', 'security'],
      ],
    },
  )
}
