import { isIP } from 'node:net';

export const UNKNOWN_NETWORK = 'unknown';

/** An address alone, as proxies write it with a port or brackets, and an IPv4 address that is written as an IPv6 one; undefined for what is none. */
export function plainAddress(text: string | undefined): string | undefined {
  const bare = (text ?? '').trim().replace(/^\[([^\]]*)\](?::\d{1,5})?$/, '$1').replace(/^([\d.]+):\d{1,5}$/, '$1');
  const plain = bare.replace(/^::ffff:(?=[\d.]+$)/i, '').replace(/%.*$/, '');
  return isIP(plain) === 0 ? undefined : plain;
}

/** What one household or school has of the net: an IPv4 address, or the first 64 bits of an IPv6 address, of which anybody has as many as they like. */
export function networkOf(address: string | undefined): string {
  const plain = plainAddress(address);
  if (plain === undefined) return UNKNOWN_NETWORK;
  if (isIP(plain) === 4) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const [before, after] = [groups(head), groups(tail ?? '')];
  // An IPv4 address at the end takes the place of two groups.
  const missing = tail === undefined ? 0 : 8 - before.length - after.length - (plain.includes('.') ? 1 : 0);
  const all = [...before, ...Array<string>(missing).fill('0'), ...after];
  return `${all.slice(0, 4).map((group) => parseInt(group, 16).toString(16)).join(':')}::/64`;
}
