import type { FastifyReply } from 'fastify';

/** Says of which headers of the request the answer depends, besides those that were said before. */
export function addVary(reply: FastifyReply, names: string): void {
  const before = reply.getHeader('vary');
  reply.header('vary', before === undefined ? names : `${String(before)}, ${names}`);
}
