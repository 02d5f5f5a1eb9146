/** What the caller does in a scenario. */
export interface ScenarioPlan {
  /** Hangs up so long after the answer, ms; without it waits for the other side's BYE. */
  readonly hangupAfterMs: number | undefined
  /** Longest wait for the other side's BYE, ms. */
  readonly longestMs: number
  /** Capture played from the answer on, absolute path. */
  readonly pcap: string
}

const log = (what: string) => `<action><log message="[call_number] ${what} [clock_tick]"/></action>`

const toUs = `
      [last_Via:]
      [last_From:]
      [last_To:]
      [last_Call-ID:]
      [last_CSeq:]
      Contact: <sip:sipp@[local_ip]:[local_port]>`

const request = (method: string, to: string, uri: string) => `${method} ${uri} SIP/2.0
      Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
      From: <sip:sipp@[local_ip]>;tag=[pid]SIPp[call_number]
      To: <sip:[service]@[remote_ip]:[remote_port]>${to}
      Call-ID: [call_id]
      CSeq: [cseq] ${method}
      Contact: <sip:sipp@[local_ip]:[local_port]>
      Max-Forwards: 70`

const sdp = `Content-Type: application/sdp
      Content-Length: [len]

      v=0
      o=- 1 1 IN IP4 [local_ip]
      s=-
      c=IN IP4 [media_ip]
      t=0 0
      m=audio [media_port] RTP/AVP 0 101
      a=rtpmap:0 PCMU/8000
      a=rtpmap:101 telephone-event/8000
      a=fmtp:101 0-15
      a=ptime:20
      a=sendrecv`

const send = (text: string, attributes = '') => `
  <send${attributes}>
    <![CDATA[
      ${text}

    ]]>
  </send>`

/** SIPp's scenario of one call: invite, send audio and keys, take re-INVITEs, hang up or be hung up on. */
export function scenarioXml({ hangupAfterMs, longestMs, pcap }: ScenarioPlan): string {
  // SIPp looks only at the timeout of the first message that may come.
  const wait = hangupAfterMs ?? longestMs
  return `<?xml version="1.0" encoding="UTF-8"?>
<scenario name="caller">${send(`${request('INVITE', '', 'sip:[service]@[remote_ip]:[remote_port]')}\n      ${sdp}`, ' retrans="500"')}
  <recv response="100" optional="true"/>
  <recv response="180" optional="true">${log('ringing')}</recv>
  <recv response="183" optional="true"/>
  <recv response="200" rrs="true">${log('answered')}</recv>${send(`${request('ACK', '[peer_tag_param]', '[next_url]')}\n      Content-Length: 0`)}
  <nop><action><exec play_pcap_audio="${pcap}"/></action></nop>
  <label id="1"/>
  <recv request="INVITE" optional="true" next="2" timeout="${wait}" ontimeout="3"/>
  <recv request="UPDATE" optional="true" next="4"/>
  <recv request="BYE">${log('bye-them')}</recv>${send(`SIP/2.0 200 OK${toUs}\n      Content-Length: 0`, ' next="5"')}
  <label id="2"/>${send(`SIP/2.0 200 OK${toUs}\n      ${sdp}`)}
  <recv request="ACK" next="1"/>
  <label id="4"/>${send(`SIP/2.0 200 OK${toUs}\n      Content-Length: 0`, ' next="1"')}
  <label id="3"/>
  <nop>${log('bye-us')}</nop>${send(`${request('BYE', '[peer_tag_param]', '[next_url]')}\n      Content-Length: 0`, ' retrans="500"')}
  <recv response="200"/>
  <label id="5"/>
</scenario>
`
}
