import { ini } from './ini'

/**
 * Files that Asterisk reads at start and complains about, or refuses a module for, when they are missing. Only what
 * differs from the defaults is said; billing records (CDR, CEL) are ours to write, so Asterisk's are off.
 */
export function quietConfs(): Readonly<Record<string, string>> {
  const empty = (section: string) => ini({ name: section, lines: [] })
  return {
    'acl.conf': '',
    'amd.conf': empty('general'),
    'ccss.conf': empty('general'),
    'cdr.conf': ini({ name: 'general', lines: [['enable', false]] }),
    'cel.conf': ini({ name: 'general', lines: [['enable', false]] }),
    'chan_websocket.conf': ini({ name: 'global', lines: [['type', 'global']] }),
    'codecs.conf': '',
    'features.conf': empty('general'),
    'pjproject.conf': ini({
      name: 'startup',
      lines: [
        ['type', 'startup'],
        ['log_level', 0],
      ],
    }),
    'res_fax.conf': empty('general'),
    'res_http_media_cache.conf': empty('general'),
    'stasis.conf': empty('declined_message_types'),
    'udptl.conf': empty('general'),
  }
}
