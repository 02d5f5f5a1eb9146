import { describe, expect, it } from 'vitest'
import { modules } from '../folder/modules'
import type { AsteriskInstallation } from '../installation'
import { renderConfig } from '.'
import { checkSettings } from './check'
import type { AsteriskSettings } from './settings'

const installation: AsteriskInstallation = {
  kind: 'folder',
  command: '/r/ld.so',
  args: ['/r/asterisk'],
  version: '22.10.1',
  modulesDir: '/r/modules',
  modules: new Set(modules),
  dataDir: '/r/share',
}
const settings: AsteriskSettings = {
  dataDir: '/data',
  sipPort: 5060,
  httpPort: 4002,
  rtpStart: 10_000,
  rtpEnd: 10_999,
  ariUser: 'patchbay',
  ariPassword: 'a;b',
  engineWsUrl: 'ws://127.0.0.1:4001/ari',
}
const render = (more: Partial<AsteriskSettings> = {}, version = '22.10.1', available = installation.modules) => {
  const files = renderConfig({ ...settings, ...more }, { ...installation, version, modules: available })
  return (name: string) => files[name] ?? ''
}

describe('the configuration', () => {
  it('keeps ARI and its websocket on loopback, and SIP on the address given', () => {
    expect(render()('http.conf')).toContain('bindaddr = 127.0.0.1\nbindport = 4002')
    expect(render()('pjsip.conf')).toContain('protocol = udp\nbind = 0.0.0.0:5060')
    const loopback = render({ sipBind: '127.0.0.1', sipPort: 5070 })('pjsip.conf')
    expect(loopback).toContain('protocol = tcp\nbind = 127.0.0.1:5070')
    expect(loopback).toContain('bind_rtp_to_media_address = yes')
    expect(render()('pjsip.conf')).not.toContain('bind_rtp_to_media_address')
  })

  it('keeps every folder in the data folder, and reads modules and sounds from the installation', () => {
    const conf = render()('asterisk.conf')
    expect(conf).toContain('astspooldir = /data/asterisk/spool\n')
    expect(conf).toContain('astmoddir = /r/modules\n')
    expect(conf).toContain('astdatadir = /r/share\n')
  })

  it('connects to the engine by itself where Asterisk can', () => {
    expect(render()('websocket_client.conf')).toContain('uri = ws://127.0.0.1:4001/ari\n')
    expect(render()('websocket_client.conf')).toContain('password = a\\;b\n')
    expect(render()('ari.conf')).toContain('type = outbound_websocket')
    const old = render({}, '20.14.0')
    expect(old('websocket_client.conf')).toBe('')
    expect(old('ari.conf')).not.toContain('outbound_websocket')
    expect(old('ari.conf')).toContain('[patchbay]\ntype = user')
  })

  it('names only modules that are there', () => {
    expect(render()('modules.conf').match(/^load = /gm)).toHaveLength(modules.length)
    expect(render({}, '22.10.1', new Set(['chan_pjsip', 'res_other']))('modules.conf')).toBe(
      '[modules]\nautoload = no\nload = chan_pjsip.so\n',
    )
  })

  it('has no trusted caller when no network is trusted', () => {
    expect(render()('pjsip.conf')).toContain('match = 127.0.0.0/8\nmatch = ::1/128\n')
    const none = render({ trustedNetworks: [] })('pjsip.conf')
    expect(none).not.toContain('pb-local')
  })

  it('registers at the trunk only with a user name', () => {
    const open = render({ trunk: { host: 'sip.example.com:5070' } })('pjsip.conf')
    expect(open).toContain('contact = sip:sip.example.com:5070\n')
    expect(open).toContain('match = sip.example.com\n')
    expect(open).not.toContain('type = registration')
    const login = render({ trunk: { host: 'sip.example.com', username: 'acme', secret: 'x' } })('pjsip.conf')
    expect(login).toContain('client_uri = sip:acme@sip.example.com\n')
    expect(login).toContain('type = registration')
  })

  it('starts the guard’s clock before a call reaches the engine', () => {
    const dialplan = render({ pickupSeconds: 7 })('extensions.conf')
    const [clock, stasis] = [dialplan.indexOf('Set(TIMEOUT(absolute)=7)'), dialplan.indexOf(`Stasis(patchbay,\${EXTEN})`)]
    expect(clock).toBeGreaterThan(0)
    expect(stasis).toBeGreaterThan(clock)
    expect(dialplan).toContain('exten => T,1,Goto(patchbay-fallback,s,1)')
    expect(dialplan).not.toContain('Dial(Local/')
    expect(render({ fallback: { kind: 'extension', extension: '1001' } })('extensions.conf')).toContain(
      'Dial(Local/1001@patchbay-out/n,60)',
    )
  })
})

describe('settings', () => {
  const phone = { extension: '1001', secret: 'x', displayName: 'Ann' }
  it.each<[string, Partial<AsteriskSettings>]>([
    ['a line of configuration in a password', { ariPassword: 'x\n[evil]' }],
    ['one in a phone’s password', { phones: [{ ...phone, secret: 'x\nauth=none' }] }],
    ['one in a name', { phones: [{ ...phone, displayName: 'x\r#exec sh' }] }],
    ['an empty password', { phones: [{ ...phone, secret: '' }] }],
    ['a letter that the dialplan keeps for itself', { phones: [{ ...phone, extension: 'h' }] }],
    ['an application in the fallback', { fallback: { kind: 'extension', extension: '1,System(x)' } }],
    ['a variable in the fallback', { fallback: { kind: 'extension', extension: `\${SHELL(x)}` } }],
    ['an expression in a sound', { unavailableSound: `\${SHELL(x)}` }],
    ['a network that is none', { trustedNetworks: ['10.0.0.0/99'] }],
    ['a host name that is none', { trunk: { host: 'a b' } }],
    ['an address to bind that is none', { sipBind: 'eth0' }],
    ['a websocket address that is none', { engineWsUrl: 'nowhere' }],
  ])('with %s are refused', (_, wrong) => {
    expect(checkSettings({ ...settings, ...wrong })).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID' } })
  })

  it('of an ordinary office are fine', () => {
    const office: AsteriskSettings = {
      ...settings,
      sipBind: '192.0.2.7',
      trustedNetworks: ['10.0.0.0/8', '192.0.2.1', 'fd00::/8'],
      phones: [phone, { extension: 'front-desk', secret: '; "x" \\', displayName: '前台' }],
      trunk: { host: 'sip.example.com:5070', username: 'acme', secret: 's', fromNumber: '+49301234' },
      fallback: { kind: 'extension', extension: '1001' },
      unavailableSound: '/data/sounds/closed&goodbye',
    }
    expect(checkSettings(office)).toEqual({ ok: true, value: undefined })
  })
})
