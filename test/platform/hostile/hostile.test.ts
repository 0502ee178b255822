import { Writable } from 'node:stream';
import { getNullableType } from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoAccount, loadDemo } from '../../../seeds/demo/index.ts';
import { Dice } from '../../../seeds/deterministic/index.ts';
import { hubSchema } from '../../../src/app.ts';
import { refusalOf, type CallerName } from '../../access/who-may.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { faultsOf, type Answer } from './answers.ts';
import { idsIn, soundFor, type Known } from './known.ts';
import { placesOf, type Place } from './places.ts';
import { reachesOf } from './reach.ts';
import { hostileTo } from './values.ts';
import { bodyOf, compose, type Composed } from './writing.ts';
import { access, PEOPLE, serviceToken } from './askers.ts';
import { isCursor, oneOfEachType, probesOf, SIGNS_OUT, type Probe } from './probes.ts';

/** How many values are brought to each place, or `full`: every one of them; one to every second place where nothing is said. Others are drawn by `HOSTILE_SEED=…`. */
const VALUES = process.env['HOSTILE'] === 'full' ? Infinity : Number(process.env['HOSTILE'] ?? 1);
const SEED = process.env['HOSTILE_SEED'] ?? '20261129';

const NOW = new Date('2026-11-16T01:00:00.000Z');
const LANES = 4;
const { schema, reader } = hubSchema();
const places = placesOf(reachesOf(schema));

let database: TestDatabase;
let complete: TestHub;
let planned: TestHub;
let known: Known;
const headers = new Map<CallerName, Readonly<Record<string, string>>>([['guest', {}]]);
const lines: { level: number; msg: string; path?: unknown; err?: { message: string } }[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  await loadDemo(database.pool, { now: NOW });
  const logger = pino(
    { level: 'warn' },
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        const line = JSON.parse(chunk.toString()) as (typeof lines)[number];
        // Of warnings those alone that tell of an executor that gave way: a busy machine has others.
        if (line.level >= 50 || line.msg.includes('resolvers answer')) lines.push(line);
        done();
      },
    }),
  );
  const options = { database, logger, clock: () => NOW };
  complete = await startTestHub({ ...options, variables: { COMPILED_QUERIES: 'off' } });
  planned = await startTestHub({
    ...options,
    variables: { COMPILED_QUERIES: 'frequent', COMPILED_QUERIES_AFTER: '1' },
  });
  for (const [caller, name] of Object.entries(PEOPLE))
    headers.set(caller as CallerName, { authorization: `Bearer ${await complete.tokenOf(demoAccount(name).id)}` });
  known = {
    ids: await idsIn(
      database,
      reader.catalog,
      Object.values(PEOPLE).map((name) => demoAccount(name).id),
    ),
    cursors: await cursorsOfLists(),
  };
  // Nobody knows the ids of these: a probe that revokes one would turn away all that come after it.
  for (const [caller, role] of [
    ['service-of-district', 'DISTRICT_ADMIN'],
    ['service-of-analyst', 'ANALYST'],
  ] as const)
    headers.set(caller, await serviceToken(complete, role));
});
afterAll(async () => {
  await planned?.stop();
  await complete?.stop();
  await database?.drop();
});

async function cursorsOfLists(): Promise<string[]> {
  const lists = ['schools', 'courses', 'policyDocuments', 'topics'];
  const { data } = await complete.ask(
    `{ ${lists.map((list) => `${list}(first: 1) { pageInfo { endCursor } }`).join(' ')} }`,
    { as: demoAccount('district-admin').id },
  );
  return lists.map((list) => (data as Record<string, { pageInfo: { endCursor: string } }>)[list]!.pageInfo.endCursor);
}

const drawing = () => ({ seed: SEED, most: VALUES, catalog: reader.catalog, known, callers: [...headers.keys()] });

async function send(hub: TestHub, { caller }: Probe, composed: Composed): Promise<Answer> {
  const response = await fetch(`${hub.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers.get(caller) },
    body: bodyOf(composed),
  });
  return { status: response.status, text: await response.text() };
}

/** What is wrong with the answers to one probe. */
async function faultsAt(probe: Probe): Promise<string[]> {
  const { place, form, dice, caller } = probe;
  const sound = soundFor(reader.catalog, known.ids, dice, place.field);
  const fit = sound(place.type, place.within);
  const given = hostileTo({ type: place.type, isCursor: isCursor(place), sound: fit }, known)[probe.value];
  const at =
    place.reach.at === undefined
      ? undefined
      : dice.pick(known.ids.get(place.reach.at) ?? ['school_00000000-0000-7000-8000-00000000dead']);
  const hostile = compose(schema, place, form, given, sound, at);
  if (!hostile) return [];
  const answers: Answer[] = [];
  if (place.reach.kind === 'mutation') answers.push(await send(complete, probe, hostile));
  else {
    answers.push(await send(complete, probe, hostile));
    // The planned executor takes what was found valid before: the same document with a value that is.
    const again =
      form === 'the value is written out'
        ? hostile
        : {
            ...hostile,
            variables: {
              ...hostile.variables,
              v: (compose(schema, place, form, fit, sound, at) ?? hostile).variables['v'],
            },
          };
    answers.push(await send(planned, probe, again), await send(planned, probe, hostile));
  }
  return answers
    .flatMap(faultsOf)
    .map((fault) => `${place.name} as ${caller}, ${form}: ${bodyOf(hostile).slice(0, 400)}\n  ${fault}`);
}

/** What of that a caller sees: of strangers' things a mutation says NOT_FOUND before it looks at a text. */
async function seenBy(caller: CallerName): Promise<Known> {
  const all = [...known.ids.values()].flat();
  const seen = new Set<string>();
  for (let from = 0; from < all.length; from += 100) {
    const response = await fetch(`${complete.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers.get(caller) },
      body: JSON.stringify({
        query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
        variables: { ids: all.slice(from, from + 100) },
      }),
    });
    const { data } = (await response.json()) as { data?: { nodes: ({ id: string } | null)[] } | null };
    for (const each of data?.nodes ?? []) if (each) seen.add(each.id);
  }
  return {
    ...known,
    ids: new Map(
      [...known.ids].map(([name, ids]) => [
        name,
        ids.some((id) => seen.has(id)) ? ids.filter((id) => seen.has(id)) : ids,
      ]),
    ),
  };
}

const UNSTORABLE = ['A\0B', 'A\ud800'] as const;

/** Texts that PostgreSQL cannot store, at one place by whoever may call: each is refused for that, by a path that leads to it, unless the caller is refused. */
async function storedBy(
  caller: CallerName,
  { field, argument, within, type, ...place }: Place,
  seen: Known,
  refusedAt: Set<string>,
): Promise<string[]> {
  const faults: string[] = [];
  for (const text of UNSTORABLE) {
    const sound = soundFor(reader.catalog, seen.ids, new Dice(`${SEED}/${place.name}/${caller}`), field);
    const composed = compose(
      schema,
      { field, argument, within, type, ...place },
      'the argument is a variable',
      text,
      sound,
      undefined,
    )!;
    const answer = await send(complete, { caller } as Probe, composed);
    const { errors } = JSON.parse(answer.text) as {
      errors?: { extensions?: { code?: string; inputPath?: unknown[] } }[];
    };
    const { code, inputPath } = errors?.[0]?.extensions ?? {};
    if (code === 'BAD_USER_INPUT' && inputPath?.join('.') === [argument.name, ...within].join('.'))
      refusedAt.add(place.name);
    else if (code !== 'FORBIDDEN')
      faults.push(`${place.name} as ${caller}: ${bodyOf(composed).slice(0, 300)}\n  ${answer.text.slice(0, 300)}`);
  }
  return faults;
}

async function faultsAmong(probes: readonly Probe[]): Promise<string[]> {
  const faults: string[] = [];
  const left = [...probes];
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      for (let probe = left.pop(); probe; probe = left.pop()) faults.push(...(await faultsAt(probe)));
    }),
  );
  return faults;
}

const TIME_LIMIT = VALUES > 1 ? 3 * 3_600_000 : 600_000;
const told = `(seed ${SEED}, ${VALUES === Infinity ? 'every value' : `values to each place: ${VALUES}`})`;

describe('whatever is sent, by whomever, is answered or refused with a code and a place, and nothing goes wrong inside', () => {
  it(
    `in the arguments of queries and lists, by both executors ${told}`,
    async () => {
      const faults = await faultsAmong(
        probesOf(
          drawing(),
          oneOfEachType(
            SEED,
            places.filter(({ reach }) => reach.kind === 'query'),
          ),
        ),
      );
      expect(faults.slice(0, 20), `${faults.length} faults`).toEqual([]);
      expect(lines.slice(0, 20)).toEqual([]);
    },
    TIME_LIMIT,
  );

  it(
    'in every text of every mutation, by whoever may call it: what cannot be stored is refused there, whatever the rest',
    async () => {
      const texts = places.filter(
        ({ reach, type }) => reach.kind === 'mutation' && getNullableType(type).toString() === 'String',
      );
      expect(texts.length).toBeGreaterThan(100);
      const faults: string[] = [];
      const refusedAt = new Set<string>();
      for (const caller of headers.keys()) {
        const mine = texts.filter(
          ({ field }) => field.name !== SIGNS_OUT && refusalOf(access[`Mutation.${field.name}`]!, caller) === null,
        );
        const seen = await seenBy(caller);
        await Promise.all(
          Array.from({ length: LANES }, async () => {
            for (let place = mine.pop(); place; place = mine.pop())
              faults.push(...(await storedBy(caller, place, seen, refusedAt)));
          }),
        );
      }
      expect(faults.slice(0, 20), `${faults.length} faults`).toEqual([]);
      expect(
        texts
          .map(({ name }) => name)
          .filter((name) => !refusedAt.has(name) && !name.startsWith(`Mutation.${SIGNS_OUT}(`)),
      ).toEqual([]);
      expect(lines.slice(0, 20)).toEqual([]);
    },
    TIME_LIMIT,
  );

  it(
    `in the input of mutations ${told}`,
    async () => {
      const faults = await faultsAmong(
        probesOf(
          drawing(),
          places.filter(({ reach }) => reach.kind === 'mutation'),
        ),
      );
      expect(faults.slice(0, 20), `${faults.length} faults`).toEqual([]);
      expect(lines.slice(0, 20)).toEqual([]);
    },
    TIME_LIMIT,
  );
});
