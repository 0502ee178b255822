import { hash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CourseCatalogueDocument } from '../../../schema/generated/mini-program.ts';
import { loadDemo } from '../../../seeds/demo/index.ts';
import { hubSchema } from '../../../src/app.ts';
import { Course } from '../../../src/domains/courses/index.ts';
import { EXECUTOR_FAULTS } from '../../../src/platform/graphql/execution/fitness.ts';
import { Cursors } from '../../../src/platform/reading/index.ts';
import { fits } from '../../../src/platform/reading/cursors.ts';
import { orderingOf } from '../../../src/platform/reading/keyset.ts';
import { TEST_SIGNING_KEY } from '../../support/config.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';

const NOW = new Date('2026-11-16T01:00:00.000Z');
const ordering = orderingOf(hubSchema().reader.catalog.typeOf(Course), undefined);
const GOOD = ordering.terms.map(({ column: { sqlType } }) =>
  sqlType === 'uuid'
    ? '00000000-0000-7000-8000-000000000000'
    : sqlType.startsWith('timestamptz')
      ? NOW.toISOString()
      : 'x',
);

let database: TestDatabase;
let hub: TestHub;
beforeAll(async () => {
  database = await createTestDatabase();
  await loadDemo(database.pool, { now: NOW });
  hub = await startTestHub({ database, clock: () => NOW, variables: { PUBLIC_CACHE_SECONDS: '3600' } });
});
afterAll(async () => {
  await hub.stop();
  await database.drop();
});

const get = (variables: object): Promise<Response> =>
  fetch(
    `${hub.address}/graphql?${new URLSearchParams({ documentId: CourseCatalogueDocument.documentId, variables: JSON.stringify(variables) }).toString()}`,
  );
const codeOf = async (response: Response): Promise<string | undefined> =>
  ((await response.json()) as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code;

/** As anybody can make one who knows how it is made, and not the key. */
function forged(values: readonly unknown[]): string {
  const payload = JSON.stringify(values);
  return Buffer.from(hash('sha256', `${ordering.key}\n${payload}`, 'base64url').slice(0, 16) + payload).toString(
    'base64url',
  );
}

/** What a hub with the key would never make. */
const withKey = (values: readonly unknown[]): string => new Cursors(TEST_SIGNING_KEY).of(ordering, values);

describe('a cursor that no row of this list has', () => {
  it.each<[string, () => string]>([
    ['with a tag without a key', () => forged(GOOD)],
    [
      'of the old form',
      () => {
        const payload = JSON.stringify(GOOD);
        return Buffer.from(hash('sha256', `Course:${payload}`, 'base64url').slice(0, 8) + payload).toString(
          'base64url',
        );
      },
    ],
    ['of another key', () => new Cursors('another-key-of-at-least-32-characters').of(ordering, GOOD)],
    ['with values of no column', () => withKey(GOOD.map(() => 'no uuid'))],
    ['with numbers', () => withKey(GOOD.map(() => 7))],
    ['with nulls', () => withKey(GOOD.map(() => null))],
    ['with too few values', () => withKey(GOOD.slice(1))],
    ['with too many values', () => withKey([...GOOD, GOOD[0]])],
    ['that holds an object', () => withKey({} as never)],
  ])('%s: BAD_USER_INPUT before any statement, and the query is planned and kept as before', async (_what, cursor) => {
    for (let time = 0; time < 3; time += 1) await get({ first: 2 });
    for (let time = 0; time < 3; time += 1) {
      const { result, statements } = await hub.statementsOf(async () =>
        codeOf(await get({ first: 2, after: cursor() })),
      );
      expect([result, statements]).toEqual(['BAD_USER_INPUT', []]);
    }
    expect((await get({ first: 2 })).headers.get('etag')).not.toBeNull();
    expect((await hub.statementsOf(() => get({ first: 3 }))).statements.length).toBeLessThanOrEqual(1);
    expect(hub.hub.counters.count(EXECUTOR_FAULTS, 'statement')).toBe(0);
  });

  it('a true one leads on, in each process with the key', async () => {
    const other = await startTestHub({ database, clock: () => NOW });
    try {
      const page =
        'query ($after: String) { courses(first: 1, after: $after) { pageInfo { endCursor } nodes { id } } }';
      const first = await hub.ask(page);
      const [here, there] = await Promise.all(
        [hub, other].map((each) =>
          each.ask(page, { variables: { after: first.data!['courses'].pageInfo.endCursor as string } }),
        ),
      );
      expect(here!.data).toEqual(there!.data);
      expect(here!.data!['courses'].nodes).not.toEqual(first.data!['courses'].nodes);
    } finally {
      await other.stop();
    }
  });
});

describe('the values of a cursor', () => {
  it.each([
    ['uuid', '00000000-0000-7000-8000-000000000000', ['x', 1, null, '', '00000000-0000-7000-8000-00000000000G']],
    [
      'timestamptz(3)',
      '2026-11-16T01:00:00.000Z',
      ['2026-02-30T00:00:00.000Z', '0000-01-01T00:00:00.000Z', '2026-11-16', 'now', 7, '2026-11-16T25:00:00.000Z'],
    ],
    ['date', '2026-11-16', ['2026-02-30', '0000-01-01', 'today', '2026-11-16T01:00:00.000Z', 7]],
    ['smallint', 32767, [32768, -32769, 1.5, '1', null, Number.NaN]],
    ['int', 2147483647, [2147483648, '1']],
    ['boolean', true, ['true', 1, null]],
    ['text', '学校', ['a\0b', '\ud800', 7, null]],
  ])('of a %s', (sqlType, good, bad) => {
    expect(fits({ sqlType }, good)).toBe(true);
    expect(bad.map((each) => fits({ sqlType }, each))).toEqual(bad.map(() => false));
  });

  it('whatever stands where a cursor does is refused, or one that was made', () => {
    const cursors = new Cursors(TEST_SIGNING_KEY);
    const made = cursors.of(ordering, GOOD);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.base64String(),
          fc.nat(made.length - 1).map((at) => made.slice(0, at) + (made[at] === 'A' ? 'B' : 'A') + made.slice(at + 1)),
        ),
        (text) => {
          try {
            expect(cursors.decode(ordering, text, 'after')).toEqual(GOOD);
          } catch (error) {
            expect((error as { code?: string }).code).toBe('BAD_USER_INPUT');
          }
        },
      ),
    );
  });
});
