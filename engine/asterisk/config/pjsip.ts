import { ini, type Line, type Section } from './ini'
import type { AsteriskSettings, Phone, Trunk } from './settings'

/** Endpoints that are not phones. */
export const endpoints = {
  /** Callers from trusted networks, without a password. */
  local: 'pb-local',
  /** The line to the outside world. */
  trunk: 'pb-trunk',
  /** Calls out to any SIP URI: `PJSIP/pb-uri/sip:bob@example.com`. */
  uri: 'pb-uri',
} as const

/** Where calls come in, and where the engine's own calls go out. */
export const contexts = { in: 'patchbay-in', out: 'patchbay-out', fallback: 'patchbay-fallback' } as const

/** `pjsip.conf`: transports, trusted callers, phones, trunk. Browser phones are pushed over ARI. */
export function pjsipConf(settings: AsteriskSettings): string {
  const bind = `${settings.sipBind ?? '0.0.0.0'}:${settings.sipPort}`
  const media = mediaLines(settings)
  return ini(
    {
      name: 'global',
      lines: [
        ['type', 'global'],
        ['user_agent', 'Patchbay'],
        // By name first: a phone on a trusted network is that phone, and must know its password.
        ['endpoint_identifier_order', 'auth_username,username,ip'],
        // A caller who only asks (OPTIONS) or guesses names is told nothing.
        ['unidentified_request_count', 5],
        ['default_realm', 'patchbay'],
      ],
    },
    {
      name: 'system',
      lines: [
        ['type', 'system'],
        ['disable_tcp_switch', true],
      ],
    },
    {
      name: 'pb-udp',
      lines: [
        ['type', 'transport'],
        ['protocol', 'udp'],
        ['bind', bind],
      ],
    },
    {
      name: 'pb-tcp',
      lines: [
        ['type', 'transport'],
        ['protocol', 'tcp'],
        ['bind', bind],
      ],
    },
    // Carried by the HTTP server; the address is not used.
    {
      name: 'pb-ws',
      lines: [
        ['type', 'transport'],
        ['protocol', 'ws'],
        ['bind', '127.0.0.1'],
      ],
    },
    ...trusted(settings.trustedNetworks ?? ['127.0.0.0/8', '::1/128'], media),
    { name: endpoints.uri, lines: [['type', 'endpoint'], ['identify_by', 'ip'], ['context', contexts.in], ...media] },
    ...(settings.phones ?? []).flatMap((phone) => phoneSections(phone, media)),
    ...(settings.trunk ? trunkSections(settings.trunk, media) : []),
  )
}

/** What all endpoints share. */
function mediaLines({ sipBind }: AsteriskSettings): readonly Line[] {
  const oneAddress = sipBind !== undefined && sipBind !== '0.0.0.0'
  return [
    ['disallow', 'all'],
    ['allow', 'ulaw,alaw,g722,opus'],
    // In-band digits where the other side offers no telephone-event.
    ['dtmf_mode', 'auto'],
    ['direct_media', false],
    ['rtp_symmetric', true],
    ['force_rport', true],
    // A caller who vanished without a word; phones that fall silent still send comfort noise or RTCP.
    ['rtp_timeout', 300],
    ['rtp_timeout_hold', 3600],
    ['media_address', oneAddress ? sipBind : undefined],
    ['bind_rtp_to_media_address', oneAddress ? true : undefined],
  ]
}

function trusted(networks: readonly string[], media: readonly Line[]): Section[] {
  if (networks.length === 0) return []
  const name = endpoints.local
  return [
    // `identify_by=ip`: nobody becomes a trusted caller by his name.
    { name, lines: [['type', 'endpoint'], ['identify_by', 'ip'], ['context', contexts.in], ...media] },
    {
      name: `${name}-networks`,
      lines: [['type', 'identify'], ['endpoint', name], ...networks.map((network) => ['match', network] as const)],
    },
  ]
}

function phoneSections({ extension, secret, displayName }: Phone, media: readonly Line[]): Section[] {
  return [
    {
      name: extension,
      lines: [
        ['type', 'endpoint'],
        ['identify_by', 'username,auth_username'],
        ['context', contexts.in],
        ['auth', extension],
        ['aors', extension],
        ['callerid', `"${displayName.replaceAll('"', "'")}" <${extension}>`],
        ['rewrite_contact', true],
        ...media,
      ],
    },
    {
      name: extension,
      lines: [
        ['type', 'auth'],
        ['auth_type', 'userpass'],
        ['username', extension],
        ['password', secret],
      ],
    },
    {
      name: extension,
      lines: [
        ['type', 'aor'],
        ['max_contacts', 5],
        ['remove_existing', true],
        ['qualify_frequency', 60],
      ],
    },
  ]
}

function trunkSections({ host, username, secret, fromNumber }: Trunk, media: readonly Line[]): Section[] {
  const name = endpoints.trunk
  const login = username !== undefined
  const sections: Section[] = [
    {
      name,
      lines: [
        ['type', 'endpoint'],
        ['identify_by', 'ip'],
        ['context', contexts.in],
        ['aors', name],
        ['outbound_auth', login ? name : undefined],
        ['from_user', fromNumber ?? username],
        ['from_domain', host.replace(/:\d+$/, '')],
        ...media,
      ],
    },
    {
      name,
      lines: [
        ['type', 'aor'],
        ['contact', `sip:${host}`],
        ['qualify_frequency', 60],
      ],
    },
    {
      name: `${name}-hosts`,
      lines: [
        ['type', 'identify'],
        ['endpoint', name],
        ['match', host.replace(/:\d+$/, '')],
      ],
    },
  ]
  if (!login) return sections
  return [
    ...sections,
    {
      name,
      lines: [
        ['type', 'auth'],
        ['auth_type', 'userpass'],
        ['username', username],
        ['password', secret],
      ],
    },
    {
      name,
      lines: [
        ['type', 'registration'],
        ['outbound_auth', name],
        ['server_uri', `sip:${host}`],
        ['client_uri', `sip:${username}@${host}`],
        ['contact_user', fromNumber ?? username],
        ['retry_interval', 30],
        ['forbidden_retry_interval', 300],
        // Keep trying: a provider's hour of trouble must not take the line away for good.
        ['max_retries', 10_000],
        ['line', true],
        ['endpoint', name],
      ],
    },
  ]
}
