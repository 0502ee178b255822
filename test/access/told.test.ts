import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { family, meeting, openShift, signedUp } from '../../seeds/scenario/index.ts';
import { hubSchema } from '../../src/app.ts';
import { GuardianshipStatus, StaffRole } from '../../src/domains/people/index.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { writeCallers, type Callers } from './callers.ts';
import { nobody, PARTS, toldOf } from './parts.ts';
import { CALLERS, type CallerName } from './who-may.ts';

const {
  reader: { catalog },
} = hubSchema();

let hub: TestHub;
let callers: Callers;
let world: readonly string[];

beforeAll(async () => {
  const limits = Object.fromEntries(
    ['GUEST', 'GUARDIAN', 'STAFF', 'ANALYST'].map((kind) => [`MAX_COST_${kind}`, '10000000']),
  );
  hub = await startTestHub({ variables: { ...limits, COMPILED_QUERIES: 'frequent', COMPILED_QUERIES_AFTER: '1' } });
  callers = await writeCallers(hub);
  const { scenario, school: at, schoolClass } = callers;
  const admin = await scenario.schoolAdmin(at);
  const own = await family(scenario, [schoolClass]);
  const held = await meeting(scenario, admin, schoolClass, [own], { attending: 1 });
  const offered = await openShift(scenario, admin, { school: at });
  const signup = await signedUp(scenario, offered, own);
  world = [
    `district_${scenario.district.id}`,
    `school_${at.id}`,
    `class_${schoolClass.id}`,
    `meeting_${held.meeting.id}`,
    `meeting-invitation_${held.invitations[0]!.id}`,
    `student_${own.students[0]!.id}`,
    `household_${own.household.id}`,
    `guardian_${own.parent.guardian.id}`,
    `staff_${admin.staff.id}`,
    `signup_${signup.id}`,
    `volunteer-activity_${offered.activity.id}`,
    `shift_${offered.shift.id}`,
    `shift-role_${offered.role.id}`,
  ];
});
afterAll(() => hub.stop());

type Answered = Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;
const roots = Object.entries(catalog.roots).flatMap(([name, root]) =>
  root.kind === 'connection' ? [[name, root] as const] : [],
);

describe('whoever may neither see nor count is told so by an error at that field, never by 0 or an empty list', () => {
  it.each(CALLERS)(
    '%s',
    async (caller) => {
      const viewer = { ...nobody, ...PARTS[caller] };
      const headers = callers.headers[caller];
      /** What became of one field: an error at its place, or data. */
      // Who is nobody yet is asked to sign in, as for root fields.
      const refusal = viewer.signedIn ? 'FORBIDDEN' : 'UNAUTHENTICATED';
      const ask = async (
        document: string,
        variables: Record<string, unknown>,
        place: (data: Answered) => unknown,
      ): Promise<unknown> => {
        const first = await hub.ask(document, { headers, variables });
        expect(await hub.ask(document, { headers, variables })).toMatchObject({ data: first.data });
        if (first.errors) return [first.errors[0]!.extensions.code, first.errors[0]!.path?.at(-1), place(first.data!)];
        return typeof place(first.data!);
      };
      for (const id of world) {
        const type = catalog.byPrefix.get(id.slice(0, id.lastIndexOf('_')))!;
        const seen = (await hub.ask('query ($id: ID!) { node(id: $id) { id } }', { headers, variables: { id } })).data![
          'node'
        ];
        if (!seen) continue;
        for (const [name, field] of type.fields) {
          if (field.kind !== 'count' && field.kind !== 'many') continue;
          const told = toldOf(catalog.typeOf(field.to).readable, viewer, field, type.readable);
          const place = (data: Answered): unknown => data['node']![name];
          const number = await ask(
            `query ($id: ID!) { node(id: $id) { ... on ${type.name} { ${name} ${field.kind === 'many' ? '{ totalCount }' : ''} } } }`,
            { id },
            place,
          );
          const where = `${type.name}.${name} is told: ${told}`;
          if (told === 'nothing') expect([where, number]).toEqual([where, [refusal, name, null]]);
          else if (told === 'own rows') expect([where, number]).toEqual([where, ['FORBIDDEN', 'totalCount', null]]);
          // Of some things that hang on one that they see, people see a part: there the number is refused, or told to who sees all.
          else if (field.kind === 'many' && field.countedWhere)
            expect([where, number]).toEqual([
              where,
              expect.toSatisfy((it: unknown) => it === 'object' || String(it) === 'FORBIDDEN,totalCount,'),
            ]);
          else expect([where, Array.isArray(number)]).toEqual([where, false]);
          if (field.kind === 'count') continue;
          const rows = await ask(
            `query ($id: ID!) { node(id: $id) { ... on ${type.name} { ${name} { nodes { id } } } } }`,
            { id },
            place,
          );
          // Of others than those that they see, or see a part of, an empty list is refused.
          if ((told === 'rows' || told === 'own rows') && (field.seenWhere ?? field.countedWhere))
            expect([where, rows]).toEqual([
              where,
              expect.toSatisfy((it: unknown) => it === 'object' || String(it) === `${refusal},nodes,`),
            ]);
          else if (told === 'rows' || told === 'own rows') expect([where, rows]).toEqual([where, 'object']);
          else if (told === 'number') expect([where, rows]).toEqual([where, ['FORBIDDEN', 'nodes', null]]);
          else expect([where, rows]).toEqual([where, [refusal, name, null]]);
        }
      }
      for (const [name, root] of roots) {
        const told = toldOf(catalog.typeOf(root.of).readable, viewer, root);
        const place = (data: Answered): unknown => data[name];
        const number = await ask(`{ ${name} { totalCount } }`, {}, place);
        if (told === 'nothing')
          expect([name, number]).toEqual([name, [expect.stringMatching(/^(FORBIDDEN|UNAUTHENTICATED)$/), name, null]]);
        else if (told === 'own rows')
          expect([name, number]).toEqual([
            name,
            [
              expect.stringMatching(/^(FORBIDDEN|UNAUTHENTICATED)$/),
              expect.stringMatching(`^(totalCount|${name})$`),
              null,
            ],
          ]);
        else if (Array.isArray(number)) expect(['FORBIDDEN', 'UNAUTHENTICATED']).toContain(number[0]);
        // Whoever counts all is shown no part of it.
        if (told === 'number')
          expect([name, await ask(`{ ${name} { nodes { id } } }`, {}, place)]).toEqual([
            name,
            ['FORBIDDEN', 'nodes', null],
          ]);
      }
    },
    60_000,
  );

  it("a part is not told as the whole: to a teacher of somebody else's shift, and to an analyst who is a parent as well", async () => {
    const { scenario, school: at, schoolClass } = callers;
    const own = await family(scenario, [schoolClass]);
    const analyst = await scenario.staffMember({ role: StaffRole.ANALYST }, own.parent);
    const admin = await scenario.schoolAdmin(at);
    const held = await meeting(scenario, admin, schoolClass, [own, await family(scenario, [schoolClass])], {
      attending: 2,
    });
    const offered = await openShift(scenario, admin, { school: at });
    await signedUp(scenario, offered, own);
    const ask = (as: object, id: string, type: string, field: string) =>
      hub.ask<Record<string, Record<string, { nodes: unknown[] } | null>>>(
        `query ($id: ID!) { node(id: $id) { ... on ${type} { rows: ${field} { nodes { id } } number: ${field} { totalCount } } } }`,
        { ...as, variables: { id } },
      );
    const replies = await ask({ as: analyst.accountId }, `meeting_${held.meeting.id}`, 'Meeting', 'replies');
    expect(replies.data!['node']).toMatchObject({ rows: { nodes: [{}] }, number: null });
    expect(replies.errors).toMatchObject([
      { path: ['node', 'number', 'totalCount'], extensions: { code: 'FORBIDDEN' } },
    ]);
    const signups = await ask(
      { headers: callers.headers['homeroom-teacher'] },
      `shift_${offered.shift.id}`,
      'Shift',
      'signups',
    );
    expect(signups.data!['node']).toEqual({ rows: null, number: null });
    expect(signups.errors!.map(({ path, extensions }) => [path!.slice(1), extensions.code])).toEqual(
      expect.arrayContaining([
        [['rows', 'nodes'], 'FORBIDDEN'],
        [['number', 'totalCount'], 'FORBIDDEN'],
      ]),
    );
    expect(
      (await ask({ as: admin.accountId }, `shift_${offered.shift.id}`, 'Shift', 'signups')).errors,
    ).toBeUndefined();
  });

  it('who is in a school is counted by whoever knows all of them: to somebody of another school it is not 0, to a teacher not the part that they teach', async () => {
    const { scenario, school: at, schoolClass } = callers;
    const elsewhere = await scenario.schoolAdmin(await scenario.school());
    const [admin, { parent }] = [await scenario.schoolAdmin(at), await family(scenario, [schoolClass])];
    const ask = async (who: object): Promise<string[]> => {
      const { data, errors } = await hub.ask(
        `query ($school: ID!, $class: ID!) {
        school: node(id: $school) { ... on School { students { totalCount } staff { totalCount } } }
        class: node(id: $class) { ... on SchoolClass { students { totalCount } memberships { totalCount } } }
      }`,
        { ...who, variables: { school: `school_${at.id}`, class: `class_${schoolClass.id}` } },
      );
      const told = Object.values(data!).flatMap((node) =>
        Object.entries(node ?? {})
          .filter(([, list]) => list !== null)
          .map(([name]) => name),
      );
      expect(
        (errors ?? []).every(
          ({ path, extensions }) => path!.at(-1) === 'totalCount' && extensions.code === 'FORBIDDEN',
        ),
      ).toBe(true);
      return told.sort();
    };
    expect(await ask({ as: elsewhere.accountId })).toEqual([]);
    expect(await ask({ as: parent.accountId })).toEqual([]);
    expect(await ask({ headers: callers.headers['homeroom-teacher'] })).toEqual(['staff', 'students']);
    expect(await ask({ as: admin.accountId })).toEqual(['staff', 'students', 'students']);
    expect(await ask({ headers: callers.headers['district-admin'] })).toEqual([
      'memberships',
      'staff',
      'students',
      'students',
    ]);
  });

  it('the district counts pupils and sees none; analysts are told by the counts that are declared', async () => {
    const ask = (caller: CallerName) =>
      hub.ask('query ($id: ID!) { students { totalCount } school(id: $id) { studentCount students { totalCount } } }', {
        headers: callers.headers[caller],
        variables: { id: `school_${callers.school.id}` },
      });
    const { data } = await ask('district-admin');
    expect(data!['students'].totalCount).toBeGreaterThan(0);
    expect(data!['school']).toEqual({
      studentCount: data!['students'].totalCount,
      students: { totalCount: data!['students'].totalCount },
    });
    const analysed = await ask('analyst');
    expect(analysed.data).toMatchObject({ students: null, school: { students: null } });
    expect(analysed.errors!.map(({ path, extensions }) => [path!.join('.'), extensions.code]).sort()).toEqual([
      ['school.students', 'FORBIDDEN'],
      ['students', 'FORBIDDEN'],
    ]);
  });

  it('how many requests wait is told to nobody else, and not told whether there are any either', async () => {
    const { scenario, school: at } = callers;
    const [waiting, quiet] = [await scenario.school(), await scenario.school()];
    const { parent } = await family(scenario, [callers.schoolClass]);
    const { parent: asks } = await family(scenario, [await scenario.schoolClass(waiting)], {
      guardianship: { status: GuardianshipStatus.PENDING, dataAccess: false, decidedAt: null },
    });
    const admin = await scenario.schoolAdmin(waiting);
    const count = async (who: string, schoolId: string) =>
      (
        await hub.ask('query ($id: ID!) { school(id: $id) { pendingGuardianshipCount } }', {
          as: who,
          variables: { id: `school_${schoolId}` },
        })
      ).data!['school'].pendingGuardianshipCount as number | null;
    expect(await count(admin.accountId, waiting.id)).toBe(1);
    const elsewhere = await scenario.schoolAdmin(at);
    for (const who of [parent, asks, elsewhere])
      expect([await count(who.accountId, waiting.id), await count(who.accountId, quiet.id)]).toEqual([null, null]);
  });
});
