/** What the hub is attacked with, each kind of it bounded in number and time. `share` is 1 in the full form, and less in a short one. */
import { setTimeout as sleep } from 'node:timers/promises';
import { MyGuardianshipsDocument } from '../../schema/generated/mini-program.ts';
import { count, lie, pipeline, post, pour, type Wire } from './sockets.ts';

export interface Target {
  readonly url: string;
  readonly tokens: { readonly innocent: string; readonly analyst: string; readonly parents: readonly string[] };
  readonly lastsMs: number;
  readonly share: number;
}

export interface Burst {
  readonly name: string;
  /** Whether it is let loose wherever tests run. */
  readonly always?: true;
  /** Of the hub that it is let loose on: without rates it is worse. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Resolves when all of it has been sent and answered, or the time is over. */
  readonly run: (target: Target & Wire) => Promise<void>;
}

/** Asked by whoever does nothing wrong. */
export const SMALL = JSON.stringify({ documentId: MyGuardianshipsDocument.documentId });

const WITHOUT_RATES = { RATE_LIMITS: 'off' };
const json = (query: string): string => JSON.stringify({ query });
const aliased = (times: number, field: string): string =>
  json(`{ ${Array.from({ length: times }, (_, number) => `a${number}: ${field}`).join(' ')} }`);
const THE_SCHEMA =
  '__schema { types { name description fields { name description args { name description type { name } } type { name ofType { name ofType { name } } } } } }';
/** Ten thousand points; some 2.4 MB of policies. */
const POLICIES =
  'policyEditions(first: 100) { nodes { id title segments(first: 100) { nodes { id text } } lectures(first: 20) { nodes { id title summary } } } }';
const GUEST = post(json('{ __typename }'));

async function ask(
  { url, over, counts }: Target & Wire,
  body: string,
  token?: string,
  headers: Record<string, string> = {},
): Promise<void> {
  try {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      signal: over,
      body,
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }), ...headers },
    });
    const bytes = (await response.arrayBuffer()).byteLength;
    count(counts, String(response.status));
    if (bytes > 1_000_000) count(counts, 'of more than a megabyte');
  } catch {
    count(counts, 'no answer');
  }
}

const together = async (times: number, one: (number: number) => Promise<void>): Promise<void> =>
  void (await Promise.all(Array.from({ length: times }, (_, number) => one(number))));
const asAnalyst = ({ tokens }: Target): Record<string, string> => ({ authorization: `Bearer ${tokens.analyst}` });
const scaled = (number: number, { share }: Target): number => Math.max(1, Math.round(number * share));

export const bursts: readonly Burst[] = [
  {
    name: 'the schema asked for 59 times at once, by 20 requests',
    always: true,
    variables: WITHOUT_RATES,
    run: (target) => together(20, () => ask(target, aliased(59, THE_SCHEMA), target.tokens.analyst)),
  },
  {
    name: 'the schema asked for once, by 40 requests',
    variables: WITHOUT_RATES,
    run: (target) => together(40, () => ask(target, json(`{ ${THE_SCHEMA} }`), target.tokens.analyst)),
  },
  {
    name: '10,000 requests that are refused, pipelined over 20 sockets',
    run: (target) =>
      pipeline(target, {
        sockets: 20,
        requests: scaled(10_000, target),
        text: post(json('{ nothing }'), { authorization: 'Bearer made.up.token' }),
      }),
  },
  {
    name: '10,000 requests of an analyst, pipelined over 20 sockets',
    variables: WITHOUT_RATES,
    run: (target) =>
      pipeline(target, {
        sockets: 20,
        requests: scaled(10_000, target),
        text: post(json('{ schools { totalCount } }'), asAnalyst(target)),
      }),
  },
  {
    name: '10,000 requests of an analyst, sixteen ahead over 20 sockets',
    variables: WITHOUT_RATES,
    run: (target) =>
      pipeline(target, {
        sockets: 20,
        requests: scaled(10_000, target),
        text: post(json('{ schools { totalCount } }'), asAnalyst(target)),
        ahead: 16,
      }),
  },
  {
    name: '40 queries of an analyst of 2.4 MB at once',
    always: true,
    variables: WITHOUT_RATES,
    run: (target) => together(40, () => ask(target, json(`{ ${POLICIES} }`), target.tokens.analyst)),
  },
  {
    name: '40 queries of an analyst, the most costly that are allowed, at once',
    variables: WITHOUT_RATES,
    run: (target) => together(40, () => ask(target, aliased(40, POLICIES), target.tokens.analyst)),
  },
  {
    name: '12,000 connections that say nothing',
    run: (target) => lie(target, { sockets: scaled(12_000, target), text: '' }),
  },
  {
    name: 'readers that do not read: 60 of large answers of an analyst, 1,000 of small ones',
    variables: WITHOUT_RATES,
    run: (target) =>
      together(2, (kind) =>
        kind === 0
          ? lie(target, { sockets: scaled(60, target), text: post(json(`{ ${POLICIES} }`), asAnalyst(target)) })
          : lie(target, { sockets: scaled(1_000, target), text: GUEST.repeat(16) }),
      ),
  },
  {
    name: 'writers that write a byte a second: 1,000 of heads, 1,000 of bodies',
    always: true,
    run: (target) =>
      together(2, (kind) =>
        lie(target, {
          sockets: scaled(1_000, target),
          everyMs: 1_000,
          ...(kind === 0
            ? { text: 'POST /graphql HTTP/1.1\r\nhost: hub\r\nx-long: ', drip: 'a' }
            : { text: GUEST.slice(0, -10), drip: ' ' }),
        }),
      ),
  },
  {
    name: 'huge bodies over 40 sockets',
    run: (target) =>
      together(2, (kind) =>
        pour(target, {
          sockets: 20,
          part: Buffer.alloc(65_536, kind === 0 ? ' ' : '10000\r\n'),
          most: scaled(50_000_000, target),
          text: `POST /graphql HTTP/1.1\r\nhost: hub\r\ncontent-type: application/json\r\n${kind === 0 ? 'content-length: 200000000' : 'transfer-encoding: chunked'}\r\n\r\n`,
        }),
      ),
  },
  {
    name: '400 documents of 4,000 tokens that were never seen, and variables of 200 kB',
    run: (target) =>
      together(20, async (number) => {
        for (let time = 0; time < scaled(20, target); time += 1) {
          const wide = `query { ${Array.from(
            { length: 1_200 },
            (_, field) => `f${number}_${time}_${field}: schools(first: 1) { totalCount }`,
          )
            .slice(0, 55)
            .join(' ')} ${'__typename '.repeat(3_000)} }`;
          await ask(
            target,
            JSON.stringify({ query: wide, variables: { v: Array(20_000).fill('1234567') } }),
            target.tokens.analyst,
          );
        }
      }),
  },
  {
    name: 'a flood of guests, and 500 parents who open the mini-program, behind one address',
    variables: { TRUSTED_PROXIES: '127.0.0.1' },
    async run(target) {
      const school = { 'x-forwarded-for': '203.0.113.20' };
      const parents = { ...target, counts: {} as Record<string, number> };
      const flood = pipeline(target, {
        sockets: 20,
        requests: scaled(40_000, target),
        text: post(json('{ __typename }'), school),
        ahead: 16,
      });
      // They come within ten seconds.
      await together(scaled(500, target), async (number) => {
        await sleep((number / 500) * 10_000);
        const begun = performance.now();
        await ask(parents, SMALL, target.tokens.parents[number % target.tokens.parents.length], school);
        count(target.counts, `parents who waited for ${performance.now() - begun < 250 ? 'less' : 'more'} than 250 ms`);
      });
      for (const [how, times] of Object.entries(parents.counts)) count(target.counts, `parents: ${how}`, times);
      await flood;
    },
  },
];
