import { parse, type DocumentNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as stored from '../../../schema/generated/mini-program.ts';
import { pairsIn, selectionsIn } from '../../../src/platform/graphql/limits/selections.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';

let hub: TestHub;
let staff: string;
beforeAll(async () => {
  hub = await startTestHub();
  staff = (await (await beginScenario(hub)).districtAdmin()).accountId;
});
afterAll(() => hub.stop());

/** Fragments of which each spreads the next one twice: as many places as a power of two. */
const fragments = (levels: number, leaf: string, [one, other]: readonly [string, string] = ['p', 'q']): string =>
  [...Array.from({ length: levels }, (_, n) => `${one} { ...A${n + 1} } ${other} { ...A${n + 1} }`), leaf]
    .map((fields, n) => `fragment A${n} on ${n % 2 === 0 ? 'Course' : 'CourseEdition'} { ${fields} }`)
    .join(' ');

const courses = (levels: number): string =>
  `{ courses(first: 1) { nodes { ...A0 } } } ${fragments(levels, 'id', ['a: FIELD', 'b: FIELD'])}`
    .split('fragment')
    .map((each) => each.replaceAll('FIELD', each.includes('on CourseEdition') ? 'course' : 'publishedEdition'))
    .join('fragment');

describe('what a document asks for with its fragments opened', () => {
  it('is counted wherever fragments are spread, at one place once', () => {
    const count = (text: string): number => selectionsIn(parse(text));
    expect(count('{ a b { c } }')).toBe(3);
    expect(count('{ a { ...F } b { ...F ...F } } fragment F on X { c d }')).toBe(2 + 3 + 4);
    expect(count('{ ... on X { a } } query Q { b }')).toBe(3);
    expect(count('{ ...F } fragment F on X { a ...G } fragment G on X { b { ...F } ...F }')).toBeLessThan(20);
    expect(count(`{ ...A0 } ${fragments(60, 'x')}`)).toBeGreaterThan(2 ** 60);
    const ofClients = Object.values(stored).filter(
      (each): each is DocumentNode & typeof each => typeof each === 'object',
    );
    expect(Math.max(...ofClients.map((each) => selectionsIn(each)))).toBeLessThan(250);
  });

  it('is refused above what its caller may ask for', async () => {
    expect((await hub.ask(courses(5))).errors).toBeUndefined();
    expect((await hub.ask(courses(7))).errors).toMatchObject([
      { message: expect.stringContaining('500') as string, extensions: { code: 'TOO_COSTLY' } },
    ]);
    expect((await hub.ask(courses(7), { as: staff })).errors).toBeUndefined();
    expect((await hub.ask(courses(10), { as: staff, headers: { 'accept-language': 'en' } })).errors).toMatchObject([
      {
        message: 'With its fragments opened, a document may hold 2000 fields and fragments at most.',
        extensions: { code: 'TOO_COSTLY' },
      },
    ]);
  });

  it('is looked at before anything that follows it, however often the schema is asked for', async () => {
    const text = `${fragments(14, 'x')} ${'{ __schema { ...A0 } } '.repeat(400)}`;
    const begun = performance.now();
    const { errors } = await hub.ask(text, { as: staff });
    expect(errors![0]!.extensions.code).toBe('TOO_COSTLY');
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});

describe('fields and fragments that stand at one place', () => {
  const count = (text: string): number => pairsIn(parse(text));

  it('are counted in pairs, under their names in the answer', () => {
    expect(count('{ a b c: a { d } }')).toBe(0);
    expect(count('{ a a a }')).toBe(3);
    expect(count('{ a { b } a { b } x: a { b } }')).toBe(2);
    expect(count('{ ...F ...G } fragment F on X { a } fragment G on X { a }')).toBe(2);
    expect(count('{ a { ...F } a { ...F } } fragment F on X { b }')).toBe(1);
    expect(count('{ ...F } fragment F on X { a { ...F ...G } } fragment G on X { b { ...F } }')).toBeLessThan(5);
  });

  it.each([
    [
      '430 fragments at one place',
      `{ schools { nodes { ${Array.from({ length: 430 }, (_, n) => `...F${n}`).join(' ')} } } } ${Array.from({ length: 430 }, (_, n) => `fragment F${n} on School { id }`).join(' ')}`,
    ],
    ['one field 900 times', `{ schools { nodes { ${'district { id } '.repeat(900)} } } }`],
    ['lists within lists', `{ ${'schools { nodes { district { id name } } } '.repeat(200)} }`],
  ])('are refused where there are too many: %s', async (_what, text) => {
    const { errors } = await hub.ask(text, { as: staff });
    expect(errors).toMatchObject([{ extensions: { code: 'TOO_COSTLY' } }]);
  });

  it('may be as many as clients are made of: sixty fragments that ask for the same four fields', async () => {
    const names = Array.from({ length: 60 }, (_, n) => `F${n}`);
    const text = `{ schools(first: 1) { nodes { ${names.map((name) => `...${name}`).join(' ')} } } } ${names
      .map((name) => `fragment ${name} on School { id name code __typename }`)
      .join(' ')}`;
    expect((await hub.ask(text, { as: staff })).errors).toBeUndefined();
  });
});

describe('a document that is refused', () => {
  it('costs points by its length where it is new, more than are left as well', async () => {
    const limited = await startTestHub({
      variables: { RATE_LIMITS: 'on', RATE_LIMIT_STORE: 'memory', RATE_POINTS_PER_MINUTE_GUEST: '3500' },
    });
    try {
      const refused = (time: number): string => `{ nothing${time}${' '.repeat(3_000)} }`;
      const statuses = [];
      for (let time = 0; time < 3; time += 1) statuses.push((await limited.ask(refused(time))).status);
      expect(statuses).toEqual([400, 400, 429]);
    } finally {
      await limited.stop();
    }
  });

  it('is paid for as well where the operation that is asked for is not in it', async () => {
    const limited = await startTestHub({
      variables: { RATE_LIMITS: 'on', RATE_LIMIT_STORE: 'memory', RATE_POINTS_PER_MINUTE_GUEST: '3500' },
    });
    try {
      const statuses = [];
      for (let time = 0; time < 4; time += 1) {
        const body = JSON.stringify({
          query: `query Q${time} { topics { totalCount } }${' '.repeat(3_000)}`,
          operationName: 'None',
        });
        const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
        statuses.push((await fetch(`${limited.address}/graphql`, { method: 'POST', headers, body })).status);
      }
      expect(statuses).toEqual([400, 400, 429, 429]);
    } finally {
      await limited.stop();
    }
  });

  it('is not even looked at where the answer could have no form that is asked for', async () => {
    const headers = { 'content-type': 'application/json', accept: 'image/png' };
    const body = JSON.stringify({ query: 'mutation { nothing } {'.repeat(100) });
    const response = await fetch(`${hub.address}/graphql`, { method: 'POST', headers, body });
    expect(response.status).toBe(406);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });
});
