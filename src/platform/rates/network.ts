import { isIP } from 'node:net';

export const UNKNOWN_NETWORK = 'unknown';

/** An address alone, as proxies write it with a port or brackets, and an IPv4 address that is written as an IPv6 one; undefined for what is none. */
export function plainAddress(text: string | undefined): string | undefined {
  const bare = (text ?? '')
    .trim()
    .replace(/^\[([^\]]*)\](?::\d{1,5})?$/, '$1')
    .replace(/^([\d.]+):\d{1,5}$/, '$1');
  const plain = bare.replace(/^::ffff:(?=[\d.]+$)/i, '').replace(/%.*$/, '');
  return isIP(plain) === 0 ? undefined : plain;
}

/** Prefixes of IPv6 under which each IPv4 address has an address of its own, as groups: mapped (RFC 4291), translated by a carrier's NAT64 (RFC 6052). */
const OF_IPV4: readonly (readonly number[])[] = [
  [0, 0, 0, 0, 0, 0xffff],
  [0x64, 0xff9b, 0, 0, 0, 0],
];

/** The network of one house: an IPv4 address, or the first 64 bits of an IPv6 address, of which anybody has as many as they like. */
export function networkOf(address: string | undefined): string {
  const plain = plainAddress(address);
  if (plain === undefined) return UNKNOWN_NETWORK;
  if (isIP(plain) === 4) return plain;
  const groups = groupsOf(plain);
  if (OF_IPV4.some((prefix) => prefix.every((group, at) => groups[at] === group))) {
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 0xff])
      .join('.');
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): number[] {
  const [head = '', tail] = address.split('::');
  const [before, after] = [written(head), written(tail ?? '')];
  return [...before, ...Array<number>(tail === undefined ? 0 : 8 - before.length - after.length).fill(0), ...after];
}

/** An IPv4 address at the end is written with dots, and takes the place of two groups. */
function written(part: string): number[] {
  if (part === '') return [];
  return part.split(':').flatMap((group) => {
    if (!group.includes('.')) return [parseInt(group, 16)];
    const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number);
    return [(a << 8) | b, (c << 8) | d];
  });
}
