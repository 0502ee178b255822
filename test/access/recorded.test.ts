import { getNamedType, isLeafType, type GraphQLObjectType } from 'graphql';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as make from '../../seeds/factories/index.ts';
import { Batch, Tables, writeBatch } from '../../seeds/writing/index.ts';
import { describeEntities, hubSchema } from '../../src/app.ts';
import { Account, ServiceRole, ServiceToken } from '../../src/domains/identity/index.ts';
import {
  Guardian,
  Guardianship,
  Person,
  Staff,
  StaffAssignment,
  type StaffRole,
} from '../../src/domains/people/index.ts';
import { newServiceSecret } from '../../src/platform/auth/index.ts';
import { writeOneOfEverything, type OneOfEverything } from '../contract/one-of-everything.ts';
import { hopsOf, typeOfId, type Hop } from '../support/crawl.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { bearer } from '../support/signed-in.ts';

const now = make.daysAfter(make.WRITTEN_AT, 95);
/** Nobody else in the world of this test is called so, and no other number is this one. */
const NAME = '欧阳柒零陆';
const NUMBER = 'G70670670670670670';

/** Of each part that staff play: whether any road leads to the pupil at all, who is in the class, the grade, the school and the district. */
const ROLES = {
  'homeroom-teacher': true,
  'subject-teacher': true,
  'grade-head': true,
  'school-admin': true,
  'service-of-school': true,
  'teacher-and-guardian-of-another': true,
  lecturer: false,
  'district-admin': false,
  analyst: false,
  'privacy-officer': false,
  'service-of-district': false,
  'service-of-analyst': false,
} as const;
type Role = keyof typeof ROLES;
const roles = Object.keys(ROLES) as Role[];

const { schema } = hubSchema();
let hub: TestHub;
let there: OneOfEverything;
let student: string;
const askers = new Map<string, { readonly actor: string; readonly headers: Readonly<Record<string, string>> }>();

beforeAll(async () => {
  const limits = Object.fromEntries(['GUARDIAN', 'STAFF', 'ANALYST'].map((kind) => [`MAX_COST_${kind}`, '10000000']));
  hub = await startTestHub({
    clock: () => now,
    variables: { ...limits, COMPILED_QUERIES: 'frequent', COMPILED_QUERIES_AFTER: '1', ACCESSES_REMEMBERED: '0' },
  });
  there = await writeOneOfEverything(hub.database, now);
  const { pool } = hub.database;
  const [pupil] = (
    await pool.query<{ id: string }>('update student set name = $1, student_number = $2 returning id', [NAME, NUMBER])
  ).rows;
  student = pupil!.id;
  await pool.query('update meeting_reply set note = $1', [`${NAME}病了`]);
  await pool.query('update guardianship set decision_reason = $1', [`${NAME}的母亲`]);
  await pool.query('alter table access_record disable trigger user');
  await writeAskers();
});
afterAll(() => hub.stop());

async function writeAskers(): Promise<void> {
  const { pool } = hub.database;
  const [at] = (
    await pool.query<{ district: string; grade: string }>(
      'select sch.district_id as district, cls.grade_id as grade from school_class cls join school sch on sch.id = cls.school_id',
    )
  ).rows;
  const { district, grade } = at!;
  const { school, class: schoolClass } = there.ids;
  const batch = new Batch(new Tables(describeEntities().getMetadata()));
  const accounts: Partial<Record<string, string>> = {};
  const play = (name: string, role: keyof typeof StaffRole, node: object): { person: make.PersonRecord } => {
    const person = make.aPerson();
    const account = make.anAccount({ person });
    const staff = make.aStaff({ person });
    batch.add(Person, person);
    batch.add(Account, account);
    batch.add(Staff, staff);
    batch.add(StaffAssignment, make.aStaffAssignment({ staff, role, district, ...node }));
    accounts[name] = account.id;
    return { person };
  };
  play('homeroom-teacher', 'HOMEROOM_TEACHER', { school, schoolClass });
  play('subject-teacher', 'SUBJECT_TEACHER', { school, schoolClass, subject: '数学' });
  play('grade-head', 'GRADE_HEAD', { school, grade });
  play('lecturer', 'LECTURER', { school });
  play('privacy-officer', 'PRIVACY_OFFICER', {});
  const parentOfAnother = play('teacher-and-guardian-of-another', 'SUBJECT_TEACHER', {
    school,
    schoolClass,
    subject: '语文',
  });
  batch.add(Guardian, make.aGuardian({ person: parentOfAnother.person }));
  const parentOfThis = play('teacher-and-guardian', 'SUBJECT_TEACHER', { school, schoolClass, subject: '英语' });
  const guardian = make.aGuardian({ person: parentOfThis.person });
  batch.add(Guardian, guardian);
  batch.add(Guardianship, make.aGuardianship({ guardian, student }));
  for (const [name, role] of [
    ['service-of-school', ServiceRole.SCHOOL_ADMIN],
    ['service-of-district', ServiceRole.DISTRICT_ADMIN],
    ['service-of-analyst', ServiceRole.ANALYST],
  ] as const) {
    const { id, text, hash } = newServiceSecret(v7());
    const createdBy = role === ServiceRole.SCHOOL_ADMIN ? there.accounts.schoolAdmin! : there.accounts.districtAdmin!;
    const [assignment] = (
      await pool.query<{ id: string }>(
        `select ass.id from staff_assignment ass join staff stf on stf.id = ass.staff_id join account acc on acc.person_id = stf.person_id
      where acc.id = $1 and ass.ended_at is null and ass.valid_to is null and ass.role = $2`,
        [createdBy, role === ServiceRole.SCHOOL_ADMIN ? role : 'DISTRICT_ADMIN'],
      )
    ).rows;
    batch.add(
      ServiceToken,
      make.aServiceToken({
        id,
        role,
        school: role === ServiceRole.SCHOOL_ADMIN ? school : null,
        district,
        createdBy,
        secretHash: hash,
        issuedAt: make.daysAfter(now, -1),
        restsOn: assignment!.id,
      }),
    );
    askers.set(name, { actor: id, headers: bearer(text) });
  }
  await writeBatch(pool, batch);
  Object.assign(accounts, {
    guardian: there.accounts.parent,
    'school-admin': there.accounts.schoolAdmin,
    'district-admin': there.accounts.districtAdmin,
    analyst: there.accounts.analyst,
  });
  for (const [name, account] of Object.entries(accounts))
    askers.set(name, { actor: account!, headers: bearer(await hub.tokenOf(account!)) });
}

/** The ids of all that is answered, however deep. */
function idsIn(answer: unknown): string[] {
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([key, value]) =>
    key === 'id' && typeof value === 'string' ? [value] : idsIn(value),
  );
}

/** All that a type says of itself, without its relations. */
function leavesOf(type: GraphQLObjectType): string {
  return Object.values(type.getFields())
    .filter((field) => isLeafType(getNamedType(field.type)) && field.args.length === 0)
    .map(({ name }) => name)
    .join(' ');
}

function select(name: string, hop: Hop, type: GraphQLObjectType): string {
  const leaves = leavesOf(type);
  return hop === 'one' ? `${name} { ${leaves} }` : `${name} { edges { cursor node { ${leaves} } } }`;
}

function targetOf(type: GraphQLObjectType, field: string): GraphQLObjectType {
  const target = getNamedType(type.getFields()[field]!.type) as GraphQLObjectType;
  return target.name.endsWith('Connection')
    ? (schema.getType(target.name.slice(0, -'Connection'.length)) as GraphQLObjectType)
    : target;
}

interface Road {
  readonly path: string;
  readonly tells: boolean;
  readonly recorded: boolean;
}

/**
 * Whoever asks along every field of every thing that they reach: which of these answers tell who the pupil is, and which leave a record.
 * @param often from the second time on whatever can be planned is
 */
async function roadsOf(asker: string, often = 1): Promise<Road[]> {
  const { actor, headers } = askers.get(asker)!;
  const roads: Road[] = [];
  const reached = new Set<string>();
  let fresh: string[] = [];
  const ask = async (path: string, document: string, variables: Record<string, unknown> = {}): Promise<void> => {
    for (let times = 0; times < often; times += 1) {
      const { data } = await hub.ask(document, { headers, variables });
      const text = JSON.stringify(data ?? null);
      const cursors = [...text.matchAll(/"cursor":"([^"]+)"/g)].map(([, cursor]) =>
        Buffer.from(cursor!, 'base64url').toString(),
      );
      const tells = [text, ...cursors].some((each) => each.includes(NAME) || each.includes(NUMBER));
      const { rowCount } = await hub.database.pool.query(
        `delete from access_record where kind = 'student' and subject = $1 and actor = $2`,
        [student, actor],
      );
      roads.push({ path, tells, recorded: rowCount! > 0 });
      const found = idsIn(data).filter((id) => !reached.has(id));
      for (const id of found) reached.add(id);
      fresh.push(...new Set(found));
    }
  };
  const query = schema.getQueryType()!;
  for (const [name, hop] of hopsOf(query)) await ask(name, `{ ${select(name, hop, targetOf(query, name))} }`);
  const viewer = schema.getType('Viewer') as GraphQLObjectType;
  for (const [name, hop] of hopsOf(viewer))
    await ask(`viewer.${name}`, `{ viewer { ${select(name, hop, targetOf(viewer, name))} } }`);
  while (fresh.length > 0) {
    const batch = fresh;
    fresh = [];
    for (const [type, ids] of Map.groupBy(batch, typeOfId)) {
      await ask(type.name, `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type.name} { ${leavesOf(type)} } } }`, {
        ids,
      });
      for (const [name, hop] of hopsOf(type)) {
        await ask(
          `${type.name}.${name}`,
          `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type.name} { ${select(name, hop, targetOf(type, name))} } } }`,
          { ids },
        );
      }
    }
  }
  return roads;
}

describe('every staff read of who a pupil is stands on record, whatever the role and whatever the road', () => {
  it.each(roles)(
    '%s',
    async (role) => {
      const roads = await roadsOf(role, role === 'homeroom-teacher' ? 2 : 1);
      expect(roads.filter(({ tells, recorded }) => tells && !recorded).map(({ path }) => path)).toEqual([]);
      const telling = new Set(roads.filter(({ tells }) => tells).map(({ path }) => path));
      if (ROLES[role])
        expect([...telling]).toEqual(
          expect.arrayContaining([
            'students',
            'Student',
            'Household',
            'Guardianship',
            'SchoolClass.students',
            'Guardian.households',
            'Meeting.replies',
          ]),
        );
      else expect([...telling]).toEqual([]);
    },
    120_000,
  );

  it('of a child of their own nobody is, neither as a guardian nor as a teacher of the child', async () => {
    for (const asker of ['guardian', 'teacher-and-guardian']) {
      const roads = await roadsOf(asker);
      expect(roads.filter(({ tells }) => tells).length).toBeGreaterThanOrEqual(20);
      expect(roads.filter(({ recorded }) => recorded)).toEqual([]);
    }
  }, 120_000);
});
