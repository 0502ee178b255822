/** Runs in a thread of its own: answers for the health of the process by what the process has told last. */
import { createServer } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import { HEALTH_PATHS, type Health } from './health.ts';

/** The data that the thread is started with. */
export interface HealthServerData {
  readonly host: string;
  readonly port: number;
  /** A process that tells nothing does not turn: at first it is spared requests, then only a new one helps. */
  readonly silence: { readonly unreadyAfterMs: number; readonly unliveAfterMs: number };
}

const HUNG = 'the process does not turn';

/** Whoever looks after processes asks one thing at a time. */
const MOST_CONNECTIONS = 100;
const LONGEST_REQUEST_MS = 5_000;

const { host, port, silence } = workerData as HealthServerData;
let told: Health = { unlive: undefined, unready: 'starting' };
let toldAt = performance.now();

parentPort!.on('message', (health: Health) => {
  told = health;
  toldAt = performance.now();
});

function healthNow(): Health {
  const silentForMs = performance.now() - toldAt;
  return {
    unlive: silentForMs >= silence.unliveAfterMs ? HUNG : told.unlive,
    unready: silentForMs >= silence.unreadyAfterMs ? HUNG : told.unready,
  };
}

const server = createServer(
  { headersTimeout: LONGEST_REQUEST_MS, requestTimeout: LONGEST_REQUEST_MS, keepAlive: false, maxHeaderSize: 4_096 },
  (request, response) => {
    const asked = request.method === 'GET' || request.method === 'HEAD' ? HEALTH_PATHS[request.url ?? ''] : undefined;
    const { status, body } = asked ? asked(healthNow()) : { status: 404, body: { status: 'there is nothing here' } };
    response
      .writeHead(status, {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
        connection: 'close',
      })
      .end(JSON.stringify(body));
  },
);
server.maxConnections = MOST_CONNECTIONS;
server.listen(port, host, () => {
  const address = server.address();
  parentPort!.postMessage(typeof address === 'object' && address ? address.port : port);
});
