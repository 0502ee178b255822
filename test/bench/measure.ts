import autocannon from 'autocannon';
import { cpuOf, cpuOfServer } from './cores.ts';
import type { Contender, Request } from './contenders.ts';

export const CONNECTIONS = 16;

/** What one contender did with one operation in one round. */
export interface Sample {
  readonly requests: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds a request; absent where the platform does not tell. */
  readonly serverCpu: number | undefined;
  readonly databaseCpu: number | undefined;
}

export async function warmUp(request: Request, seconds: number): Promise<void> {
  await load(request, seconds);
}

export async function measure(
  contender: Contender,
  request: Request,
  seconds: number,
  postmaster: number | undefined,
): Promise<Sample> {
  const before = [cpuOf(contender.pid), postmaster && cpuOfServer(postmaster)] as const;
  const result = await load(request, seconds);
  const after = [cpuOf(contender.pid), postmaster && cpuOfServer(postmaster)] as const;
  // Whoever has an answer already is told so.
  const failed = result.non2xx - result['3xx'] + result.errors + result.timeouts;
  if (failed > 0) throw new Error(`${contender.name}: ${failed} requests of ${result.requests.total} failed.`);
  const each = (index: 0 | 1): number | undefined =>
    before[index] === undefined || after[index] === undefined
      ? undefined
      : (after[index] - before[index]) / result.requests.total;
  return {
    requests: result.requests.total,
    seconds: result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    serverCpu: each(0),
    databaseCpu: each(1),
  };
}

function load({ url, method, headers, body, nextBody }: Request, seconds: number): Promise<autocannon.Result> {
  const requests = nextBody && {
    requests: [{ setupRequest: (request: autocannon.Request) => ({ ...request, body: nextBody() }) }],
  };
  return autocannon({
    url,
    method: method ?? 'POST',
    headers: { ...headers },
    ...(method === undefined && { body }),
    connections: CONNECTIONS,
    duration: seconds,
    timeout: 30,
    ...requests,
  });
}
