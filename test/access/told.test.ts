import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { family, meeting, openShift, signedUp } from '../../seeds/scenario/index.ts';
import { hubSchema } from '../../src/app.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { writeCallers, type Callers } from './callers.ts';
import { nobody, PARTS, toldOf } from './parts.ts';
import { CALLERS, type CallerName } from './who-may.ts';

const { reader: { catalog } } = hubSchema();

let hub: TestHub;
let callers: Callers;
let world: readonly string[];

beforeAll(async () => {
  const limits = Object.fromEntries(['GUEST', 'GUARDIAN', 'STAFF', 'ANALYST'].map((kind) => [`MAX_COST_${kind}`, '10000000']));
  hub = await startTestHub({ variables: { ...limits, PLANNED_ROAD: 'hot', PLANNED_ROAD_AFTER: '1' } });
  callers = await writeCallers(hub);
  const { scenario, school: at, schoolClass } = callers;
  const admin = await scenario.schoolAdmin(at);
  const own = await family(scenario, [schoolClass]);
  const held = await meeting(scenario, admin, schoolClass, [own], { attending: 1 });
  const offered = await openShift(scenario, admin, { school: at });
  const signup = await signedUp(scenario, offered, own);
  world = [
    `district_${scenario.district.id}`, `school_${at.id}`, `class_${schoolClass.id}`, `meeting_${held.meeting.id}`, `meeting-invitation_${held.invitations[0]!.id}`,
    `student_${own.students[0]!.id}`, `household_${own.household.id}`, `guardian_${own.parent.guardian.id}`, `staff_${admin.staff.id}`, `signup_${signup.id}`,
    `volunteer-activity_${offered.activity.id}`, `shift_${offered.shift.id}`, `shift-role_${offered.role.id}`,
  ];
});
afterAll(() => hub.stop());

type Answered = Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;
const roots = Object.entries(catalog.roots).flatMap(([name, root]) => (root.kind === 'connection' ? [[name, root] as const] : []));

describe('whoever may neither see nor count is told so by an error at that field, never by 0 or an empty list', () => {
  it.each(CALLERS)('%s', async (caller) => {
    const viewer = { ...nobody, ...PARTS[caller] };
    const headers = callers.headers[caller];
    /** What became of one field: an error at its place, or data. */
    const ask = async (document: string, variables: Record<string, unknown>, place: (data: Answered) => unknown): Promise<unknown> => {
      const first = await hub.ask(document, { headers, variables });
      expect(await hub.ask(document, { headers, variables })).toMatchObject({ data: first.data });
      if (first.errors) return [first.errors[0]!.extensions.code, first.errors[0]!.path?.at(-1), place(first.data!)];
      return typeof place(first.data!);
    };
    for (const id of world) {
      const type = catalog.byPrefix.get(id.slice(0, id.lastIndexOf('_')))!;
      const seen = (await hub.ask('query ($id: ID!) { node(id: $id) { id } }', { headers, variables: { id } })).data!['node'];
      if (!seen) continue;
      for (const [name, field] of type.fields) {
        if (field.kind !== 'count' && field.kind !== 'many') continue;
        const told = toldOf(catalog.typeOf(field.to).readable, viewer, field);
        const place = (data: Answered): unknown => data['node']![name];
        const number = await ask(`query ($id: ID!) { node(id: $id) { ... on ${type.name} { ${name} ${field.kind === 'many' ? '{ totalCount }' : ''} } } }`, { id }, place);
        const where = `${type.name}.${name} is told: ${told}`;
        if (told === 'nothing') expect([where, number]).toEqual([where, ['FORBIDDEN', name, null]]);
        else expect([where, Array.isArray(number)]).toEqual([where, false]);
        if (field.kind === 'count') continue;
        const rows = await ask(`query ($id: ID!) { node(id: $id) { ... on ${type.name} { ${name} { totalCount nodes { id } } } } }`, { id }, place);
        if (told === 'rows') expect([where, rows]).toEqual([where, 'object']);
        else expect([where, rows]).toEqual([where, ['FORBIDDEN', told === 'number' ? 'nodes' : name, null]]);
      }
    }
    for (const [name, root] of roots) {
      const told = toldOf(catalog.typeOf(root.of).readable, viewer, root);
      const place = (data: Answered): unknown => data[name];
      const number = await ask(`{ ${name} { totalCount } }`, {}, place);
      if (told === 'nothing') expect([name, number]).toEqual([name, [expect.stringMatching(/^(FORBIDDEN|UNAUTHENTICATED)$/), name, null]]);
      else if (Array.isArray(number)) expect(['FORBIDDEN', 'UNAUTHENTICATED']).toContain(number[0]);
    }
  }, 60_000);

  it('the district counts pupils and sees none; analysts are told by the counts that are declared', async () => {
    const ask = (caller: CallerName) => hub.ask('query ($id: ID!) { students { totalCount } school(id: $id) { studentCount students { totalCount } } }', {
      headers: callers.headers[caller], variables: { id: `school_${callers.school.id}` },
    });
    const { data } = await ask('district-admin');
    expect(data!['students'].totalCount).toBeGreaterThan(0);
    expect(data!['school']).toEqual({ studentCount: data!['students'].totalCount, students: { totalCount: data!['students'].totalCount } });
    const analysed = await ask('analyst');
    expect(analysed.data).toMatchObject({ students: null, school: { students: null } });
    expect(analysed.errors!.map(({ path, extensions }) => [path!.join('.'), extensions.code]).sort()).toEqual([['school.students', 'FORBIDDEN'], ['students', 'FORBIDDEN']]);
  });
});
