import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SchoolClassRecord, SchoolRecord } from '../../../seeds/factories/index.ts';
import { aVolunteerSuspension } from '../../../seeds/factories/index.ts';
import { family, type Family, type Scenario, type StaffMember } from '../../../seeds/scenario/index.ts';
import { VolunteerSuspension } from '../../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';
import type { Who } from '../mutations-by-name.ts';
import { lectureCalls } from './lectures.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let parallelClass: SchoolClassRecord;
let homeroom: StaffMember;
let subjectTeacher: StaffMember;
let otherHomeroom: StaffMember;
let admin: StaffMember;
/** The hub's clock; the scenario's is where it begins. */
let clock: Date;

beforeAll(async () => {
  hub = await startTestHub({ clock: () => clock });
  scenario = await beginScenario(hub);
  clock = scenario.now;
  school = await scenario.school();
  [schoolClass, parallelClass] = [await scenario.schoolClass(school), await scenario.schoolClass(school)];
  [homeroom, subjectTeacher, otherHomeroom] = [
    await scenario.teacher(schoolClass),
    await scenario.teacher(schoolClass, 'SUBJECT_TEACHER'),
    await scenario.teacher(parallelClass),
  ];
  admin = await scenario.schoolAdmin(school);
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const newFamily = (): Promise<Family> => family(scenario, [schoolClass]);
const { freeTime, propose, proposed, act, schedule, written, countOf } = lectureCalls(() => ({
  hub,
  scenario,
  schoolClass,
  homeroom,
}));

describe('proposing', () => {
  it("is for a child's class, and is seen by whoever decides and nobody else", async () => {
    const [own, neighbour] = [await newFamily(), await newFamily()];
    const { payload } = await propose(own.parent);
    expect(payload).toMatchObject({
      userErrors: [],
      lecture: {
        status: 'PROPOSED',
        durationMinutes: 40,
        isViewers: true,
        viewerActions: ['WITHDRAW'],
        guardian: { id: `guardian_${own.parent.guardian.id}` },
      },
    });
    const id = payload!['lecture'].id as string;
    const seen = async (who: Who): Promise<string[] | null> =>
      (
        (
          await hub.ask('query ($id: ID!) { node(id: $id) { ... on ParentLecture { viewerActions } } }', {
            as: who?.accountId,
            variables: { id },
          })
        ).data!['node'] as { viewerActions: string[] } | null
      )?.viewerActions ?? null;
    expect(await Promise.all([homeroom, admin].map(seen))).toEqual([
      ['ACCEPT', 'DECLINE', 'SCHEDULE'],
      ['ACCEPT', 'DECLINE', 'SCHEDULE'],
    ]);
    expect(
      await Promise.all(
        [
          undefined,
          neighbour.parent,
          subjectTeacher,
          otherHomeroom,
          await scenario.districtAdmin(),
          await scenario.analyst(),
        ].map(seen),
      ),
    ).toEqual(Array(6).fill(null));
  });

  it.each([
    ['a guest', () => Promise.resolve(undefined), 'UNAUTHENTICATED'],
    ['a teacher', () => Promise.resolve(homeroom as Who), 'FORBIDDEN'],
    [
      'a parent of another school',
      async () => (await family(scenario, [await scenario.schoolClass(await scenario.school())])).parent,
      'NOT_FOUND',
    ],
  ])('is refused to %s', async (_who, account, code) => {
    const before = await countOf('parent_lecture');
    expect((await propose(await account())).refusal).toBe(code);
    expect(await countOf('parent_lecture')).toBe(before);
  });

  it.each([
    ['NOT_IN_CLASS', () => family(scenario, [parallelClass])],
    [
      'CLASS_OVER',
      async () => {
        const lastYear = await scenario.schoolClass(school, 2, await scenario.anotherYear(-1));
        return { ...(await family(scenario, [schoolClass, lastYear])), classId: `class_${lastYear.id}` };
      },
    ],
    [
      'SUSPENDED',
      async () => {
        const own = await newFamily();
        await scenario.write((put) =>
          put(
            VolunteerSuspension,
            aVolunteerSuspension({
              person: own.parent.person,
              district: scenario.district,
              startsAt: scenario.at(-60),
              endsAt: scenario.at(60),
            }),
          ),
        );
        return own;
      },
    ],
    [
      'TOO_MANY',
      async () => {
        const own = await newFamily();
        for (let round = 0; round < 3; round += 1) await propose(own.parent);
        return own;
      },
    ],
  ] as [string, () => Promise<Family & { classId?: string }>][])(
    'is told beforehand, and refused: %s',
    async (code, arrange) => {
      const { parent, classId = `class_${schoolClass.id}` } = await arrange();
      const before = await countOf('parent_lecture');
      const { data } = await hub.ask(
        'query ($id: ID!) { node(id: $id) { ... on SchoolClass { viewerLectureBlockers } } }',
        { as: parent.accountId, variables: { id: classId } },
      );
      expect(data!['node'].viewerLectureBlockers).toEqual([code]);
      expect((await propose(parent, { classId })).codes).toEqual([code]);
      expect(await countOf('parent_lecture')).toBe(before);
    },
  );

  it('three at most stand open, whoever presses at the same moment', async () => {
    const own = await newFamily();
    const answers = await Promise.all(Array.from({ length: 7 }, () => propose(own.parent)));
    expect(answers.flatMap(({ codes }) => codes)).toEqual(Array(4).fill('TOO_MANY'));
  });

  it.each([
    ['title', '题'.repeat(61)],
    ['title', '  '],
    ['outline', ''],
    ['durationMinutes', 9],
    ['durationMinutes', 241],
    ['preferredTimes', '时'.repeat(201)],
  ])('%s has its bounds', async (field, value) => {
    expect((await propose((await newFamily()).parent, { [field]: value })).refusal).toBe('BAD_USER_INPUT');
  });
});

describe('deciding', () => {
  it('goes from proposed to accepted to scheduled, and tells at each step what can be done', async () => {
    const own = await newFamily();
    const id = await proposed(own);
    expect((await act('accept', homeroom, id)).payload!['lecture']).toMatchObject({
      status: 'ACCEPTED',
      viewerActions: ['DECLINE', 'SCHEDULE'],
      decidedBy: { id: `staff_${homeroom.staff.id}` },
    });
    expect((await act('accept', homeroom, id)).codes).toEqual(['WRONG_STATUS']);
    expect((await schedule(homeroom, id, freeTime())).payload).toMatchObject({
      userErrors: [],
      lecture: { status: 'SCHEDULED', viewerActions: ['CANCEL'] },
    });
    expect((await act('decline', homeroom, id)).codes).toEqual(['WRONG_STATUS']);
    expect((await act('withdraw', own.parent, id)).codes).toEqual(['WRONG_STATUS']);
  });

  it('declines with a reason, which the guardian reads', async () => {
    const own = await newFamily();
    const id = await proposed(own);
    await act('decline', admin, id);
    const { data } = await hub.ask('{ viewer { guardian { parentLectures { nodes { status reason } } } } }', {
      as: own.parent.accountId,
    });
    expect(data!['viewer'].guardian.parentLectures.nodes).toEqual([{ status: 'DECLINED', reason: '与考试冲突' }]);
  });

  it('is not for the guardian, other teachers or the district; what they see of it is their own', async () => {
    const own = await newFamily();
    const id = await proposed(own);
    expect((await act('accept', own.parent, id)).refusal).toBe('FORBIDDEN');
    expect((await act('accept', subjectTeacher, id)).refusal).toBe('FORBIDDEN');
    expect((await act('accept', otherHomeroom, id)).refusal).toBe('NOT_FOUND');
    expect((await schedule(await scenario.schoolAdmin(await scenario.school()), id, freeTime())).refusal).toBe(
      'NOT_FOUND',
    );
    expect((await act('withdraw', (await newFamily()).parent, id)).refusal).toBe('NOT_FOUND');
    expect(await written(id)).toMatchObject({ status: 'PROPOSED', shifts: 0 });
  });

  it('takes back what is the own, until it has a time', async () => {
    const own = await newFamily();
    const id = await proposed(own);
    await act('accept', homeroom, id);
    expect((await act('withdraw', own.parent, id)).payload!['lecture']).toMatchObject({
      status: 'WITHDRAWN',
      viewerActions: [],
    });
    expect((await schedule(homeroom, id, freeTime())).codes).toEqual(['WRONG_STATUS']);
  });
});
