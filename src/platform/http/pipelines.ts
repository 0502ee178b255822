import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Browsers and proxies send the next request when the last one is answered: whoever sends many ahead wants the hub to work for them alone. */
export const MOST_OUTSTANDING = 16;

/**
 * A connection may have so many requests outstanding. What is sent beyond them is not looked at: one read brings hundreds, and
 * all of them would be answered before anybody else is.
 */
export function boundPipelines(server: Server, onCut: () => void): void {
  const handlers = server.listeners('request') as ((request: IncomingMessage, response: ServerResponse) => void)[];
  server.removeAllListeners('request');
  const outstanding = new WeakMap<Socket, number>();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    // The rest of what was read with one request too many.
    if (socket.destroyed) return;
    const before = outstanding.get(socket) ?? 0;
    if (before >= MOST_OUTSTANDING) {
      onCut();
      socket.destroy();
      return;
    }
    outstanding.set(socket, before + 1);
    response.once('close', () => outstanding.set(socket, outstanding.get(socket)! - 1));
    for (const handle of handlers) handle.call(server, request, response);
  });
}
