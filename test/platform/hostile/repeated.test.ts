import { readFileSync } from 'node:fs';
import { getNullableType, isInputObjectType, type GraphQLInputObjectType } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoAccount, loadDemo } from '../../../seeds/demo/index.ts';
import { Dice } from '../../../seeds/deterministic/index.ts';
import { domains, hubSchema } from '../../../src/app.ts';
import { refusalOf, type CallerName } from '../../access/who-may.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { idsIn, soundFor } from './known.ts';
import { mustBeGiven } from './places.ts';

const SEED = process.env['HOSTILE_SEED'] ?? '20261129';
const ATTEMPTS = Number(process.env['REPEATED'] ?? 5);
const NOW = new Date('2026-11-16T01:00:00.000Z');
const access = JSON.parse(readFileSync(new URL('../../../schema/access.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, string>
>;
const { schema, reader } = hubSchema();
const declared = new Map(domains.flatMap((domain) => domain.mutations).map((each) => [each.name, each]));
const fields = Object.values(schema.getMutationType()!.getFields());

const PEOPLE = {
  guardian: 'parent',
  'homeroom-teacher': 'teacher',
  'school-admin': 'school-admin',
  'district-admin': 'district-admin',
} as const satisfies Partial<Record<CallerName, string>>;
const callers = Object.keys(PEOPLE) as (keyof typeof PEOPLE)[];

let database: TestDatabase;
let hub: TestHub;
let ids: ReadonlyMap<string, readonly string[]>;
beforeAll(async () => {
  database = await createTestDatabase();
  await loadDemo(database.pool, { now: NOW });
  hub = await startTestHub({ database, clock: () => NOW });
  ids = await idsIn(
    database,
    reader.catalog,
    Object.values(PEOPLE).map((name) => demoAccount(name).id),
  );
});
afterAll(async () => {
  await hub?.stop();
  await database?.drop();
});

/** What a caller could send: what must be given, and some of what may be. */
function inputOf(mutation: string, type: GraphQLInputObjectType, dice: Dice): Record<string, unknown> {
  const sound = soundFor(reader.catalog, ids, dice, schema.getMutationType()!.getFields()[mutation]!);
  const given = Object.values(type.getFields()).filter(
    (field) => field.name !== 'idempotencyKey' && (mustBeGiven(field) || dice.chance(0.3)),
  );
  return Object.fromEntries(given.map((field) => [field.name, sound(field.type, [field.name])]));
}

/** The revision that a client would have read a moment before. */
async function withRevision(mutation: string, input: Record<string, unknown>): Promise<Record<string, unknown>> {
  if (!('revision' in input)) return input;
  const [[name, entity]] = Object.entries(declared.get(mutation)!.ids!) as [[string, never]];
  const id = String(input[name]).split('_').at(-1);
  const {
    rows: [row],
  } = await database.pool.query<{ revision: number }>(
    `select revision from ${reader.catalog.tables.get(entity)!.table.name} where id = $1`,
    [id],
  );
  return { ...input, revision: row?.revision ?? 1 };
}

/** What is no part of the district: records, and what is remembered of calls. */
const ASIDE = ['audit_record', 'access_record', 'refusal_tally', 'idempotent_call', 'rate_budget', 'rights_version'];

async function fingerprint(): Promise<string> {
  const { rows } = await database.pool.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> all($1)`,
    [ASIDE],
  );
  const parts = rows.map(
    ({ name }) => `select coalesce(sum(hashtext(t::text)::bigint), 0) + count(*) as n from "${name}" t`,
  );
  const { rows: sums } = await database.pool.query<{ n: string }>(parts.join(' union all '));
  return sums.map(({ n }) => n).join();
}

async function records(mutation: string): Promise<number> {
  const {
    rows: [row],
  } = await database.pool.query<{ n: number }>(
    `select count(*)::int as n from audit_record where mutation = $1 and outcome = 'SUCCEEDED'`,
    [mutation],
  );
  return row!.n;
}

it(`a mutation that changes nothing leaves no record in the audit log, and one that changes something does (seed ${SEED})`, async () => {
  const dice = new Dice(SEED);
  const wrong: string[] = [];
  const repeated: string[] = [];
  for (const field of fields) {
    const own = dice.called(field.name);
    const type = getNullableType(field.args[0]!.type);
    if (!isInputObjectType(type)) throw new Error(`${field.name} takes no input.`);
    const may = callers.filter((caller) => refusalOf(access[`Mutation.${field.name}`]!, caller) === null);
    const call = async (caller: (typeof callers)[number], input: object): Promise<boolean> => {
      const { data } = await hub.ask<Record<string, { userErrors: object[] } | null>>(
        `mutation ($input: ${type.name}!) { ${field.name}(input: $input) { userErrors { code path } } }`,
        { as: demoAccount(PEOPLE[caller]).id, variables: { input: await withRevision(field.name, { ...input }) } },
      );
      return data?.[field.name]?.userErrors.length === 0;
    };
    for (let attempt = 0; attempt < ATTEMPTS && may.length > 0; attempt += 1) {
      const [caller, input] = [own.pick(may), inputOf(field.name, type, own)];
      if (!(await call(caller, input))) continue;
      const [before, known] = [await fingerprint(), await records(field.name)];
      if (!(await call(caller, input))) continue;
      repeated.push(field.name);
      const [changed, more] = [(await fingerprint()) !== before, (await records(field.name)) - known];
      const isAudited = declared.get(field.name)!.audited ?? true;
      if (more !== (changed && isAudited ? 1 : 0))
        wrong.push(
          `${field.name} as ${caller} ${changed ? 'changed something' : 'changed nothing'}, records: ${more}: ${JSON.stringify(input)}`,
        );
      break;
    }
  }
  expect(wrong).toEqual([]);
  expect(repeated.length, repeated.join(' ')).toBeGreaterThan(15);
}, 300_000);
