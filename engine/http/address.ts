import { BlockList, isIPv4, isIPv6 } from 'node:net'

const v4 = new BlockList()
// IANA's special-purpose registry (RFC 6890 and successors): everything that is not the public Internet.
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  v4.addSubnet(network, bits, 'ipv4')
}

/** IPv6 is the other way round: only global unicast is public, less what tunnels IPv4 or is for documents. */
const globalUnicast = new BlockList()
globalUnicast.addSubnet('2000::', 3, 'ipv6')
const tunnelled = new BlockList()
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  tunnelled.addSubnet(network, bits, 'ipv6')
}

/** Whether an IP address (as text, without brackets) lies in the public Internet. Anything that is no address does not. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !v4.check(address, 'ipv4')
  if (!isIPv6(address)) return false
  // `::ffff:10.0.0.1` and the like are outside 2000::/3, so mapped addresses are refused with everything else.
  return globalUnicast.check(address, 'ipv6') && !tunnelled.check(address, 'ipv6')
}
