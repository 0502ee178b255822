import { GraphQLError } from 'graphql';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLogger } from '../../../src/platform/observability/index.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';

/** Room for a few texts that are cut, a stack and what stands around them. */
const LONGEST_LINE = 20_000;
const LONG = 'x'.repeat(19_000);

let written: string;
beforeEach(() => {
  written = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written += String(chunk);
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

/** Lines are written together, a moment after they were logged. */
async function lineWith(msg: string): Promise<string> {
  return vi.waitUntil(() => written.split('\n').find((line) => line.includes(`"msg":"${msg}"`)), { timeout: 10_000 });
}

describe('a line of the log', () => {
  const logged = async (value: object): Promise<string> => {
    createLogger('info').info(value, 'said');
    return lineWith('said');
  };

  it('holds no token and no header, wherever they stand', async () => {
    const secret = 'of nobody else';
    const line = await logged({
      token: secret,
      within: { authorization: secret, deeper: [{ headers: { cookie: secret } }] },
      err: Object.assign(new Error('refused', { cause: { token: secret } }), { request: { headers: secret } }),
    });
    expect(line).not.toContain(secret);
    expect(line).toContain('[redacted]');
  });

  it('holds texts of a thousand characters and no more, wherever they stand', async () => {
    const line = await logged({
      short: 'y'.repeat(1_000),
      long: LONG,
      path: ['a', LONG, 0],
      within: { deeper: [{ deepest: LONG }] },
    });
    expect(line.length).toBeLessThan(6_000);
    expect(JSON.parse(line)).toMatchObject({
      short: 'y'.repeat(1_000),
      long: `${'x'.repeat(1_000)}…`,
      path: ['a', `${'x'.repeat(1_000)}…`, 0],
      within: { deeper: [{ deepest: `${'x'.repeat(1_000)}…` }] },
    });
  });

  it('holds lists, objects and names that are no longer either, and none that go deeper than it is read', async () => {
    let deep: object = { end: LONG };
    for (let level = 0; level < 1_000; level += 1) deep = { deep };
    const line = await logged({
      many: Array.from({ length: 10_000 }, (_, n) => n),
      wide: Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`n${n}`, n])),
      [LONG]: 1,
      deep,
    });
    const { many, wide } = JSON.parse(line) as { many: unknown[]; wide: object };
    expect([many.length, Object.keys(wide).length]).toEqual([200, 200]);
    expect(line.length).toBeLessThan(LONGEST_LINE);
  });

  it('holds errors with as much of their message and stack as is of use, whatever hangs on them', async () => {
    const error = Object.assign(new Error(LONG, { cause: new Error(LONG) }), {
      query: LONG,
      parameters: Array.from({ length: 10_000 }, () => LONG),
    });
    const line = await logged({ err: error });
    expect(line.length).toBeLessThan(300_000);
    expect((JSON.parse(line) as { err: { message: string; query: string } }).err).toMatchObject({
      query: `${'x'.repeat(1_000)}…`,
    });
  });
});

describe('what a client chose', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub({ logger: createLogger('info'), variables: { COMPILED_QUERIES_AFTER: '1' } });
  });
  afterAll(() => hub.stop());

  it.each(['{ schools { totalCount } }', '{ schools(first: 0) { totalCount } }'])(
    'as the name of an operation of 19 kB is cut, by either executor: %s',
    async (selection) => {
      for (let time = 0; time < 3; time += 1) {
        written = '';
        expect((await hub.ask(`query ${LONG} ${selection}`)).status).toBe(200);
        expect((JSON.parse(await lineWith('operation')) as { operation: string }).operation).toBe('x'.repeat(100));
        for (const line of written.split('\n')) expect(line.length).toBeLessThan(LONGEST_LINE);
      }
    },
  );

  it('as the name of a field of 19 kB is not asked at all', async () => {
    const { errors } = await hub.ask(`{ ${LONG}: schools { totalCount } }`);
    expect(errors![0]!.extensions.code).toBe('TOO_COSTLY');
  });

  it('and what people wrote is in no line about a refusal of the database, whoever threw it and however it is wrapped', async () => {
    const INSERT = `insert into person (id, name, phone, created_at) values (gen_random_uuid(), $1, $2, null)`;
    const refusalOf = async (work: Promise<unknown>): Promise<Error> =>
      work.then(
        () => Promise.reject(new Error('it was taken')),
        (error: Error) => error,
      );
    const fromDriver = await refusalOf(hub.database.pool.query(INSERT, ['欧阳测试', '13812345678']));
    const fromOrm = await refusalOf(
      hub.hub.database.orm.em.fork().execute(INSERT.replaceAll(/\$\d/g, '?'), ['欧阳测试', '13812345678']),
    );
    expect([fromDriver, fromOrm].map((error) => JSON.stringify(error))).toEqual([
      expect.stringContaining('欧阳测试'),
      expect.stringContaining('欧阳测试'),
    ]);
    const wrapped = [
      fromDriver,
      fromOrm,
      new Error('It was not done.', { cause: fromOrm }),
      new AggregateError([fromDriver]),
      new GraphQLError(fromOrm.message, { originalError: fromOrm }),
    ];
    for (const error of wrapped) {
      written = '';
      createLogger('info').error({ err: error }, 'refused');
      const line = await lineWith('refused');
      expect(line).not.toMatch(/欧阳|138123|Failing row|insert into/);
      expect(line).toContain('"code":"23502"');
      expect(line).toContain('"table":"person"');
      expect(line).toMatch(/at .*:\d+:\d+/);
    }
  });
});
