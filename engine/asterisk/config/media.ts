import { ini } from './ini'
import type { AsteriskSettings } from './settings'

/** `rtp.conf`. ICE is for browser phones; no STUN, for no request may leave the machine unasked. */
export function rtpConf(settings: AsteriskSettings): string {
  return ini({
    name: 'general',
    lines: [
      ['rtpstart', settings.rtpStart],
      ['rtpend', settings.rtpEnd],
      ['icesupport', true],
      ['strictrtp', true],
    ],
  })
}

/** `musiconhold.conf`: what comes with Asterisk. */
export function musicOnHoldConf(): string {
  return ini({
    name: 'default',
    lines: [
      ['mode', 'files'],
      ['directory', 'moh'],
      ['sort', 'random'],
    ],
  })
}

/** `indications.conf`: one country's tones are enough for ringing and busy. */
export function indicationsConf(): string {
  return ini(
    { name: 'general', lines: [['country', 'us']] },
    {
      name: 'us',
      lines: [
        ['description', 'United States'],
        ['ringcadence', '2000,4000'],
        ['dial', '350+440'],
        ['busy', '480+620/500,0/500'],
        ['ring', '440+480/2000,0/4000'],
        ['congestion', '480+620/250,0/250'],
        ['callwaiting', '440/300,0/10000'],
        ['dialrecall', '!350+440/100,!0/100,!350+440/100,!0/100,!350+440/100,!0/100,350+440'],
        ['record', '1400/500,0/15000'],
        ['info', '!950/330,!1400/330,!1800/330,0'],
        ['stutter', '!350+440/100,!0/100,!350+440/100,!0/100,!350+440/100,!0/100,350+440'],
      ],
    },
  )
}
