import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';
import { platform } from 'node:process';

/** How many connections one turn of the event loop takes up. */
const QUEUES = 16;
const SHARES_PORTS = ['linux', 'freebsd', 'sunos', 'aix'].includes(platform);

/**
 * Further queues of connections at the port of a server. One turn of the event loop takes up one connection of each queue: with a single
 * queue whoever connects while turns are long, for large answers are made, waits behind all who came before for as many turns.
 * The kernel spreads connections among sockets of one port (`SO_REUSEPORT`); where it has no such thing there is the one queue.
 */
export class AcceptQueues {
  readonly #server: HttpServer;
  readonly #queues: Server[] = [];

  constructor(server: HttpServer) {
    this.#server = server;
  }

  /** Options to listen with so that others can share the port. @throws where the port is taken: whoever shares ports is let in beside strangers */
  static async options(host: string, port: number): Promise<{ readonly reusePort?: true }> {
    if (!SHARES_PORTS) return {};
    if (port !== 0) {
      const probe = createServer().listen({ host, port });
      await once(probe, 'listening');
      await new Promise((resolve) => probe.close(resolve));
    }
    return { reusePort: true };
  }

  /** Begins when the server listens. */
  async listen(host: string, backlog: number): Promise<void> {
    const address = this.#server.address();
    if (!SHARES_PORTS || address === null || typeof address === 'string') return;
    for (let made = 1; made < QUEUES; made += 1) {
      const queue = createServer({ allowHalfOpen: true, noDelay: true }, (socket) =>
        this.#server.emit('connection', socket),
      );
      queue.on('timeout', (socket: unknown) => this.#server.emit('timeout', socket));
      queue.listen({ host, port: address.port, backlog, reusePort: true });
      await once(queue, 'listening');
      this.#queues.push(queue);
    }
  }

  /** Takes up no further connection; resolves when those that were taken up here are closed. */
  async close(): Promise<void> {
    await Promise.all(this.#queues.map((queue) => new Promise((resolve) => queue.close(resolve))));
  }
}
