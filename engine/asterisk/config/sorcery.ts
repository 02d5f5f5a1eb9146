import { ini } from './ini'

/**
 * `sorcery.conf`: where SIP objects live. First the file, then memory, which takes what is pushed with
 * `PUT /ari/asterisk/config/dynamic/res_pjsip/{endpoint|auth|aor}/{id}` (browser phones); the engine pushes again
 * when Asterisk was restarted. Contacts stay in astdb, so that registered phones survive a restart.
 */
export function sorceryConf(): string {
  const both = (type: string) =>
    [
      [type, `config,pjsip.conf,criteria=type=${type}`],
      [type, 'memory'],
    ] as const
  return ini(
    {
      name: 'res_pjsip',
      lines: [...both('endpoint'), ...both('auth'), ...both('aor'), ['contact', 'astdb,registrar']],
    },
    { name: 'res_pjsip_endpoint_identifier_ip', lines: both('identify') },
    { name: 'res_pjsip_outbound_registration', lines: both('registration') },
  )
}
