import ipaddr from 'ipaddr.js';

/** The 16-bit groups of an IPv6 network (/64): a client that has one address of it has all of them. */
const NETWORK_GROUPS = 4;

/**
 * What requests are counted by before the user is known: an IPv4 address, or an IPv6 network (/64). A trusted proxy may say
 * something that is not an address, which then counts as it is.
 */
export function clientAddressKey(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  const network = parsed.parts.slice(0, NETWORK_GROUPS);
  return network.map((group) => group.toString(16)).join(':');
}
