import ipaddr from 'ipaddr.js';
import { remembered } from '../memoize.ts';

/** An IPv6 network: whoever has one address of it has all of them. */
const NETWORK_GROUPS = 4;

/**
 * Who counts as one where nobody is known yet: an IPv4 address, or an IPv6 network (/64). What a proxy says of a caller is
 * its word, and counts as it came where it is no address.
 */
export const callerAt: (address: string) => string = remembered((address) => {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed instanceof ipaddr.IPv6
    ? parsed.parts
        .slice(0, NETWORK_GROUPS)
        .map((group) => group.toString(16))
        .join(':')
    : parsed.toString();
});
