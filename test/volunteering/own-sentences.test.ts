import { GraphQLObjectType, GraphQLString, getNullableType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UpdateVolunteerActivityDocument } from '../../schema/generated/admin.ts';
import {
  aParentLecture,
  aServiceCertificate,
  aVolunteerSuspension,
  certifiedService,
  type SchoolRecord,
} from '../../seeds/factories/index.ts';
import { family, openShift, type Family, type Scenario, type StaffMember } from '../../seeds/scenario/index.ts';
import { hubSchema } from '../../src/app.ts';
import { NOTICE_KINDS } from '../../src/domains/notice-kinds/index.ts';
import {
  OWN_SENTENCES,
  ParentLecture,
  ServiceCertificate,
  ServiceSource,
  volunteering,
  VolunteerSuspension,
} from '../../src/domains/volunteering/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { beginScenario } from '../support/world.ts';
import { startTwoExecutors, type TwoExecutors } from '../platform/executors/two-executors.ts';
import { past, served } from './service.ts';

const NOW = new Date('2026-11-20T04:00:00.000Z');
const CHINESE = /\p{Script=Han}/u;

type Name = keyof typeof OWN_SENTENCES;
type Said = readonly [zh: string, en: string];

/** Of sentences with numbers in them, what is stored and how it is told. */
const NUMBERED: Readonly<Partial<Record<Name, readonly Said[]>>> = {
  SHIFTS_MISSED: [
    ['180 天内缺勤 3 次', '3 shifts missed within 180 days'],
    ['1 天内缺勤 1 次', '1 shift missed within 1 day'],
  ],
};

const said = Object.entries(OWN_SENTENCES).flatMap(
  ([name, { zh, en }]) => NUMBERED[name as Name] ?? [[zh, en] as Said],
);

/** Columns in which the hub writes as people do, by the type that tells of them. */
const FIELDS = {
  VolunteerActivity: ['riskNotice', 'cancelReason'],
  Shift: ['cancelReason'],
  Signup: ['cancelReason'],
  ParentLecture: ['reason'],
  ServiceRecord: ['decisionReason'],
  ServiceCertificate: ['revokeReason'],
  VolunteerSuspension: ['reason', 'liftReason'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Where people alone write. */
const OF_PEOPLE = ['Signup.cancelRequestReason', 'StandIn.rejectReason', 'VolunteerQualification.revokeReason'];

const snake = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter, at: number) => `${at > 0 ? '_' : ''}${letter.toLowerCase()}`);
const fieldsOf = (type: string): string =>
  FIELDS[type as keyof typeof FIELDS].map((field) => `${snake(type)}_${snake(field)}: ${field}`).join(' ');
const ASKED = `nodes(ids: $ids) { __typename ${Object.keys(FIELDS)
  .map((type) => `... on ${type} { ${fieldsOf(type)} }`)
  .join(' ')} }`;
const SHORT = `query ($ids: [ID!]!) { ${ASKED} }`;
/** What tells of the schema is left to resolvers. */
const BY_RESOLVERS = `query ($ids: [ID!]!) { __schema { queryType { name } } ${ASKED} }`;

let database: TestDatabase;
let executors: TwoExecutors;
let scenario: Scenario;
let school: SchoolRecord;
let organiser: StaffMember;
let volunteer: Family;
const ids: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  executors = await startTwoExecutors(database, () => NOW);
  scenario = await beginScenario(executors.planned, NOW);
  school = await scenario.school();
  const schoolClass = await scenario.schoolClass(school);
  organiser = await scenario.teacher(schoolClass);
  volunteer = await family(scenario, [schoolClass]);
  const { guardian, person } = volunteer.parent;
  const here = await past(scenario, organiser, volunteer, school, -3 * 24 * 60);
  const record = await served(scenario, here, { source: ServiceSource.SYSTEM_CHECKED });
  const certificate = aServiceCertificate({
    guardian,
    district: scenario.district,
    services: [certifiedService({ shift: here.shift, record, title: here.activity.title })],
    issuedAt: NOW,
  });
  const suspension = aVolunteerSuspension({ person, district: scenario.district, startsAt: scenario.at(-60) });
  const lecture = aParentLecture({ guardian, schoolClass, proposedAt: scenario.at(-60) });
  await scenario.write((put) => {
    put(ServiceCertificate, certificate);
    put(VolunteerSuspension, suspension);
    put(ParentLecture, lecture);
  });
  ids.push(
    ...Object.entries({
      'volunteer-activity': here.activity,
      shift: here.shift,
      signup: here.signup,
      'parent-lecture': lecture,
      'service-record': record,
      'service-certificate': certificate,
      'volunteer-suspension': suspension,
    }).map(([prefix, { id }]) => `${prefix}_${id}`),
  );
});
afterAll(async () => {
  await executors.stop();
  await database.drop();
});

/** In every column at once: constraints aside, for no row is given all of this for the same reason. */
async function store(words: string): Promise<void> {
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    for (const [type, columns] of Object.entries(FIELDS)) {
      await client.query(`alter table ${snake(type)} disable trigger user`);
      const id = ids.find((each) => each.startsWith(`${snake(type).replaceAll('_', '-')}_`))!.split('_')[1];
      for (const column of columns)
        await client.query(
          `update ${snake(type)} set ${snake(column)} = $1${MADE_SO[`${type}.${column}`] ?? ''} where id = $2`,
          [words, id],
        );
      await client.query(`alter table ${snake(type)} enable trigger user`);
    }
    await client.query('commit');
  } finally {
    client.release();
  }
}

/** What a row says besides, where it gives a reason. */
const MADE_SO: Readonly<Record<string, string>> = {
  'VolunteerActivity.cancelReason': ", status = 'CANCELLED', cancelled_at = published_at",
  'Shift.cancelReason': ", status = 'CANCELLED', cancelled_at = published_at",
  'ServiceCertificate.revokeReason': ', revoked_at = issued_at, superseded_by_id = id',
  'VolunteerSuspension.liftReason': ', lifted_at = starts_at, undone = true',
};

/** What each field tells in a language, the same by whichever way the query is answered. */
async function toldIn(language: string): Promise<string[]> {
  const asked = { as: volunteer.parent.accountId, variables: { ids }, headers: { 'accept-language': language } };
  const { complete, planned, wasPlanned } = await executors.ask(SHORT, asked);
  expect(planned.errors).toBeUndefined();
  expect(wasPlanned).toBe(true);
  const resolved = await executors.planned.ask(BY_RESOLVERS, asked);
  const nodes = planned.data!['nodes'] as Record<string, string>[];
  expect(complete.data!['nodes']).toEqual(nodes);
  expect(resolved.data!['nodes']).toEqual(nodes);
  return nodes.flatMap(({ __typename: type, ...fields }) =>
    Object.entries(fields).map(([field, text]) => {
      expect(field.startsWith(snake(type!))).toBe(true);
      return text;
    }),
  );
}

const everywhere = (words: string): string[] =>
  Array.from({ length: Object.values(FIELDS).flat().length }, () => words);

describe("a sentence of the hub's own", () => {
  it('is there in both languages, with the same numbers in it', () => {
    for (const [name, { zh, en }] of Object.entries(OWN_SENTENCES)) {
      expect(zh, name).toMatch(CHINESE);
      expect(en, name).not.toMatch(CHINESE);
      expect(en.trim(), name).not.toBe('');
      expect([...en.matchAll(/\{(\w+)/g)].map(([, blank]) => blank).sort(), name).toEqual(
        [...zh.matchAll(/\{(\w+)/g)].map(([, blank]) => blank).sort(),
      );
      expect(zh.includes('{'), name).toBe(name in NUMBERED);
    }
    expect(new Set(said.map(([zh]) => zh)).size).toBe(said.length);
  });

  it.each(said)('is told by every field in the language of the request: %s', async (zh, en) => {
    await store(zh);
    expect(await toldIn('zh-CN')).toEqual(everywhere(zh));
    expect(await toldIn('en')).toEqual(everywhere(en));
    expect(await toldIn('fr')).toEqual(everywhere(zh));
  });

  it.each(said)('is told in the language of the notice that gives it as a reason: %s', (zh, en) => {
    const givingReasons = NOTICE_KINDS.in([volunteering]).filter(({ description }) => /\breason\b/.test(description));
    expect(givingReasons.length).toBeGreaterThan(8);
    for (const { key, body } of givingReasons) {
      const told = body({ shift: 'Gate', lecture: 'Bridges', number: 'ZY1', at: NOW.toISOString(), reason: zh });
      expect(told.zh, key).toContain(zh);
      expect(told.en, key).toContain(`${en[0]!.toLowerCase()}${en.slice(1)}`);
      expect(told.en, key).not.toMatch(CHINESE);
    }
  });
});

describe('what comes back in a form as it was told', () => {
  const stored = async (id: string): Promise<string> =>
    (
      await database.pool.query<{ words: string }>(
        'select risk_notice as words from volunteer_activity where id = $1',
        [id],
      )
    ).rows[0]!.words;
  const { zh, en } = OWN_SENTENCES.LECTURE_RISKS;

  it('stays what it was, in whatever language the form was; other words take its place', async () => {
    const { activity } = await openShift(scenario, organiser, { school, activity: { riskNotice: zh } });
    let revision = activity.revision;
    for (const [language, words, expected] of [
      ['en', en, zh],
      ['zh-CN', zh, zh],
      ['en', 'Mind the bridge', 'Mind the bridge'],
    ] as const) {
      const { data } = await executors.planned.ask(UpdateVolunteerActivityDocument, {
        as: organiser.accountId,
        headers: { 'accept-language': language },
        variables: {
          input: {
            activityId: `volunteer-activity_${activity.id}`,
            revision,
            title: `Bridges ${revision}`,
            riskNotice: words,
          },
        },
      });
      expect(data!.updateVolunteerActivity).toMatchObject({ userErrors: [], activity: { riskNotice: words } });
      expect(await stored(activity.id)).toBe(expected);
      revision = data!.updateVolunteerActivity.activity!.revision;
    }
  });
});

describe('what somebody wrote', () => {
  it.each([
    '下雨',
    'It rains',
    '校历已调整,改期',
    '因校历已调整',
    '三 天内缺勤 3 次',
    '180 天内缺勤 3 次。',
    '{days} 天内缺勤 {count} 次',
  ])('is told as they wrote it: %s', async (words) => {
    await store(words);
    expect(await toldIn('zh-CN')).toEqual(everywhere(words));
    expect(await toldIn('en')).toEqual(everywhere(words));
  });
});

describe('every field that says why', () => {
  it("tells sentences of the hub's own so, where it writes them", () => {
    const own = new Set((volunteering.readables ?? []).map(({ entity }) => entity.name));
    const why = Object.values(hubSchema().schema.getTypeMap()).flatMap((type) =>
      type instanceof GraphQLObjectType && own.has(type.name)
        ? Object.values(type.getFields())
            .filter(({ name, type: of }) => /reason$/i.test(name) && getNullableType(of) === GraphQLString)
            .map(({ name }) => `${type.name}.${name}`)
        : [],
    );
    const covered = Object.entries(FIELDS).flatMap(([type, fields]) =>
      fields.filter((field) => /reason$/i.test(field)).map((field) => `${type}.${field}`),
    );
    expect(why.sort()).toEqual([...covered, ...OF_PEOPLE].sort());
  });
});
