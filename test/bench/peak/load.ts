import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type Asking } from './client.ts';
import { Meter, type KindFigures } from './meter.ts';
import type { Visit } from './plan.ts';
import { pay, type Ending } from './visit.ts';

/** Somebody who asks one thing after the other, as fast as they are answered, until the guardians have gone. */
export interface Reader {
  readonly token: string;
  readonly asks: readonly Omit<Asking, 'token'>[];
  readonly pauseMs: number;
}

export interface LoadPlan {
  readonly url: string;
  readonly documents: Readonly<Record<string, string>>;
  readonly visits: readonly Visit[];
  /** By account. */
  readonly tokens: ReadonlyMap<string, string>;
  readonly readers: readonly Reader[];
  /** In milliseconds since 1970. */
  readonly opensAt: number;
  readonly limitSeconds: number;
  /** Connections of all guardians together; each reader has one more. */
  readonly sockets: number;
}

export interface LoadResult {
  /** From the first arrival until the last guardian has gone. */
  readonly seconds: number;
  readonly kinds: readonly KindFigures[];
  /** In the order of the visits. */
  readonly endings: readonly Ending[];
  /** Most guardians who were there at once. */
  readonly mostAtOnce: number;
  /** Of the process that makes the load: where it is slow itself, the latencies are its own. */
  readonly ownDelayP99: number;
}

/** Lets the guardians come by the clock, however long the earlier ones take. */
export async function runLoad(plan: LoadPlan): Promise<LoadResult> {
  const { visits, opensAt, limitSeconds, readers } = plan;
  const start = performance.now() + opensAt - Date.now();
  const from = new Date(opensAt).toISOString();
  const clients = [plan.sockets, ...readers.map(() => 1)].map(
    (sockets) => new Client(plan.url, plan.documents, sockets),
  );
  const meter = new Meter();
  const delay = monitorEventLoopDelay({ resolution: 10 });
  let [present, mostAtOnce] = [0, 0];
  const until = async (moment: number): Promise<void> => {
    const wait = moment - performance.now();
    if (wait >= 1) await sleep(wait);
  };
  await until(start);
  delay.enable();
  const limit = setTimeout(() => clients[0]!.stop(), start + limitSeconds * 1000 - performance.now());
  const state = { over: false };
  const reading = readers.map((reader, index) => read(reader, clients[index + 1]!, meter, state));
  const paying: Promise<Ending>[] = [];
  for (const visit of visits) {
    const intended = start + visit.at;
    await until(intended);
    mostAtOnce = Math.max(mostAtOnce, (present += 1));
    const paid = pay(visit, { client: clients[0]!, meter, from, intended, token: plan.tokens.get(visit.accountId)! });
    paying.push(paid.finally(() => (present -= 1)));
  }
  const endings = await Promise.all(paying);
  clearTimeout(limit);
  const seconds = (performance.now() - start) / 1000;
  delay.disable();
  state.over = true;
  for (const client of clients) client.stop();
  await Promise.all(reading);
  return { seconds, kinds: meter.figures(), endings, mostAtOnce, ownDelayP99: delay.percentile(99) / 1e6 };
}

async function read(
  { token, asks, pauseMs }: Reader,
  client: Client,
  meter: Meter,
  state: { readonly over: boolean },
): Promise<void> {
  for (let turn = 0; !state.over; turn += 1) {
    const asking = asks[turn % asks.length]!;
    const begun = performance.now();
    const { code } = await client.ask({ ...asking, token });
    if (state.over) return;
    meter.note(asking.operation, performance.now() - begun, code);
    await sleep(pauseMs);
  }
}
