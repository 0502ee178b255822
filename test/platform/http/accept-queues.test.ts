import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import { connect, createServer as createNetServer, type AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { AcceptQueues } from '../../../src/platform/http/connections/accept-queues.ts';

const HOST = '127.0.0.1';
const MANY = 160;

async function listening(queues: boolean): Promise<{ readonly server: Server; close(): Promise<void> }> {
  const server = createServer((_request, response) => response.end('ok'));
  const accept = new AcceptQueues(server);
  server.listen({ host: HOST, port: 0, backlog: MANY, ...(await AcceptQueues.options(HOST, 0)) });
  await once(server, 'listening');
  if (queues) await accept.listen(HOST, MANY);
  return {
    server,
    async close() {
      server.closeAllConnections();
      await Promise.all([accept.close(), new Promise((resolve) => server.close(resolve))]);
    },
  };
}

/** Turns of the event loop until so many connections were taken up that all wait when the first turn begins. */
async function turnsFor(many: number, { queues }: { readonly queues: boolean }): Promise<number> {
  const { server, close } = await listening(queues);
  const taken = new Set<unknown>();
  server.on('connection', (socket) => taken.add(socket));
  const { port } = server.address() as AddressInfo;
  // The kernel brings them together while this turn lasts.
  const sockets = Array.from({ length: many }, () => connect(port, HOST));
  let turns = 0;
  for (; taken.size < sockets.length && turns < 10 * many; turns += 1) await nextTurn();
  for (const socket of sockets) socket.destroy();
  await close();
  return turns;
}

describe.skipIf(process.platform !== 'linux')('queues of connections at one port', () => {
  it('are taken up side by side: whoever connects waits for a few turns, however many came before', async () => {
    expect(await turnsFor(MANY, { queues: false })).toBeGreaterThanOrEqual(MANY);
    expect(await turnsFor(MANY, { queues: true })).toBeLessThan(MANY / 2);
  });

  it('lead to one server, which answers, and tells who has been silent', async () => {
    const { server, close } = await listening(true);
    server.setTimeout(50);
    const { port } = server.address() as AddressInfo;
    for (let time = 0; time < 50; time += 1) {
      const [response] = await once(request({ host: HOST, port, agent: false }).end(), 'response');
      expect((response as { statusCode: number }).statusCode).toBe(200);
      (response as { resume(): void }).resume();
    }
    let silent = 0;
    server.on('timeout', (socket: { destroy(): void }) => {
      silent += 1;
      socket.destroy();
    });
    const sockets = Array.from({ length: 20 }, () => connect(port, HOST));
    await Promise.all(sockets.map((socket) => once(socket.resume(), 'close')));
    expect(silent).toBe(20);
    await close();
  });

  it('share no port with a stranger', async () => {
    const stranger = createNetServer().listen(0, HOST);
    await once(stranger, 'listening');
    await expect(AcceptQueues.options(HOST, (stranger.address() as AddressInfo).port)).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    await new Promise((resolve) => stranger.close(resolve));
    const { server, close } = await listening(true);
    await expect(AcceptQueues.options(HOST, (server.address() as AddressInfo).port)).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    await close();
  });
});
