import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { family, type Scenario } from '../../../seeds/scenario/index.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';

let hub: TestHub;
let scenario: Scenario;
let logged = '';
beforeAll(async () => {
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      logged += chunk.toString();
      done();
    },
  });
  hub = await startTestHub({
    variables: { NODE_ENV: 'production', TRUSTED_DOCUMENTS: 'allow-any' },
    logger: pino({ level: 'info' }, sink),
  });
  scenario = await beginScenario(hub);
});
afterAll(() => hub.stop());

describe('a fault inside', () => {
  it('is masked, with an id that stands in the log, and the rest of the answer is there', async () => {
    await hub.database.pool.query('alter table topic rename column name to label');
    try {
      const { data, errors } = await hub.ask('{ topics { nodes { name } } districts { totalCount } }', {
        headers: { 'accept-language': 'en' },
      });
      expect(data).toBeNull();
      expect(errors).toEqual([
        {
          message: 'Something went wrong inside: try again later.',
          path: ['topics'],
          locations: expect.any(Array),
          extensions: { code: 'INTERNAL', errorId: expect.any(String) },
        },
      ]);
      expect(logged).toContain(errors![0]!.extensions['errorId'] as string);
    } finally {
      await hub.database.pool.query('alter table topic rename column label to name');
    }
  });
});

describe('introspection in production', () => {
  const INTROSPECTION = '{ __schema { types { name } } }';

  it('is closed to guests and guardians, and open to staff and analysts', async () => {
    const school = await scenario.school();
    const { parent } = await family(scenario, [await scenario.schoolClass(school)]);
    const [admin, analyst] = [await scenario.schoolAdmin(school), await scenario.analyst()];
    for (const as of [undefined, parent.accountId]) {
      const { status, data, errors } = await hub.ask(INTROSPECTION, { as });
      expect({ status, data, code: errors?.[0]?.extensions.code }).toEqual({
        status: 400,
        data: undefined,
        code: 'GRAPHQL_VALIDATION_FAILED',
      });
      expect((await hub.ask('{ __type(name: "School") { name } }', { as })).errors?.[0]?.extensions.code).toBe(
        'GRAPHQL_VALIDATION_FAILED',
      );
      expect((await hub.ask('{ __typename }', { as })).data).toEqual({ __typename: 'Query' });
    }
    for (const as of [admin.accountId, analyst.accountId])
      expect((await hub.ask(INTROSPECTION, { as })).errors).toBeUndefined();
  });
});

describe('the log', () => {
  it('has a line for each operation, and no name, phone or token in it', async () => {
    const { parent, students } = await family(scenario, [await scenario.schoolClass(await scenario.school())]);
    logged = '';
    await hub.ask('query Mine { viewer { guardian { name phone children { nodes { name studentNumber } } } } }', {
      as: parent.accountId,
    });
    expect(JSON.parse(logged)).toMatchObject({
      operation: 'Mine',
      kind: 'query',
      caller: 'guardian',
      statements: 2,
      msg: 'operation',
    });
    for (const secret of [
      students[0]!.name,
      parent.person.name,
      parent.person.phone!,
      await hub.tokenOf(parent.accountId),
    ])
      expect(logged).not.toContain(secret);
  });
});

describe('the cost in an answer', () => {
  it('says what was reckoned, what was read and what is left', async () => {
    const { extensions } = await hub.ask('{ districts(first: 10) { nodes { schools(first: 5) { nodes { name } } } } }');
    expect(extensions!.cost).toEqual({
      requested: 1 + 10 * (1 + 1 + 5),
      actual: expect.any(Number),
      limit: 20_000,
      remaining: 20_000 - 71,
    });
  });
});
