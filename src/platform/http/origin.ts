import { BlockList, isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { networkOf, plainAddress, UNKNOWN_NETWORK } from '../rates/index.ts';

/** Tells of an address, with or without a port, whether its word on where a request came from is taken. */
export function trusts(proxies: readonly string[]): (address: string) => boolean {
  const trusted = new BlockList();
  for (const each of proxies) {
    const [address = '', length] = each.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (length === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(length), family);
  }
  return (address) => {
    const plain = plainAddress(address);
    return plain !== undefined && trusted.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
  };
}

/**
 * The network that a request came from, as far as those who are trusted know it. What they pass on and is no address says
 * nothing: then it is the last one that was an address, of the connection itself in the end.
 */
export function originOf({ ip, ips, socket }: FastifyRequest): string {
  for (const each of ips ? ips.toReversed() : [ip]) {
    const network = networkOf(each);
    if (network !== UNKNOWN_NETWORK) return network;
  }
  return networkOf(socket.remoteAddress);
}
