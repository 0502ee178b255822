import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoomRecord, SchoolClassRecord, SchoolRecord } from '../../seeds/factories/index.ts';
import { aVolunteerSuspension } from '../../seeds/factories/index.ts';
import {
  family,
  openShift,
  signedUp,
  type Family,
  type Scenario,
  type StaffMember,
} from '../../seeds/scenario/index.ts';
import { endLecturesWithoutLecturer, VolunteerSuspension } from '../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { sweep } from '../support/sweeps.ts';
import { beginScenario } from '../support/world.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let parallelClass: SchoolClassRecord;
let homeroom: StaffMember;
let subjectTeacher: StaffMember;
let otherHomeroom: StaffMember;
let admin: StaffMember;
let room: RoomRecord;
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
  [admin, room] = [await scenario.schoolAdmin(school), await scenario.room(school)];
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

type Who = { readonly accountId: string } | undefined;

const newFamily = (): Promise<Family> => family(scenario, [schoolClass]);
/** Days on which nobody else in this file does anything. */
let lastDay = 10;
const freeTime = (): Date => scenario.at((lastDay += 2) * 24 * 60);

async function mutate(name: string, who: Who, input: Record<string, unknown>, answer: string) {
  const Input = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await hub.ask(
    `mutation ($input: ${Input}!) { ${name}(input: $input) { ${answer} userErrors { code path message } } }`,
    { as: who?.accountId, variables: { input } },
  );
  const payload = data?.[name] as
    ({ userErrors: { code: string; path: string[] }[] } & Record<string, any>) | undefined; // eslint-disable-line @typescript-eslint/no-explicit-any -- ad hoc
  return { payload, codes: payload?.userErrors.map((error) => error.code), refusal: errors?.[0]?.extensions.code };
}

const propose = (who: Who, given: Record<string, unknown> = {}) =>
  mutate(
    'proposeParentLecture',
    who,
    {
      classId: `class_${schoolClass.id}`,
      title: '桥是怎样造成的',
      outline: '从石拱桥讲到斜拉桥',
      preferredTimes: '周三下午',
      ...given,
    },
    'lecture { id status durationMinutes isViewers viewerActions guardian { id } }',
  );

async function proposed(own: Family): Promise<string> {
  const { payload } = await propose(own.parent);
  return payload!['lecture'].id as string;
}

const act = (name: 'withdraw' | 'accept' | 'decline' | 'cancel', who: Who, lectureId: string) =>
  mutate(
    `${name}ParentLecture`,
    who,
    {
      lectureId,
      ...((name === 'decline' || name === 'cancel') && { reason: '与考试冲突' }),
    },
    'lecture { id status reason decidedBy { id } viewerActions }',
  );

const schedule = (
  who: Who,
  lectureId: string,
  startsAt: Date,
  given: Record<string, unknown> = { place: '三年级2班教室' },
) =>
  mutate(
    'scheduleParentLecture',
    who,
    { lectureId, startsAt, ...given },
    `
  lecture { id status viewerActions } shift { id startsAt endsAt place status activity { title kind } roles { nodes { capacity placesTaken } } }`,
  );

async function written(lectureId: string) {
  const { rows } = await hub.database.pool.query<Record<string, unknown>>(
    `
    select l.status, count(distinct t.id)::int as shifts, count(distinct s.id) filter (where s.status = 'CONFIRMED')::int as signups,
      count(distinct e.id) filter (where e.kind = 'SHIFT_SIGNUP')::int as persons, count(distinct e.id) filter (where e.kind = 'SHIFT_ROOM')::int as rooms
    from parent_lecture l left join volunteer_activity a on a.title = '家长讲堂:' || l.title and a.purpose = l.outline and a.id = (select activity_id from shift where id = l.shift_id)
    left join shift t on t.activity_id = a.id left join signup s on s.shift_id = t.id
    left join engagement e on e.source_id in (t.id, s.id) and e.status = 'ACTIVE'
    where l.id = $1 group by l.id`,
    [lectureId.slice('parent-lecture_'.length)],
  );
  return rows[0]!;
}

const countOf = async (table: string): Promise<number> =>
  (await hub.database.pool.query<{ count: number }>(`select count(*)::int as count from ${table}`)).rows[0]!.count;

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

describe('scheduling', () => {
  it('makes a shift of one place that is the guardian’s, takes their time and the room, and stands in the calendar of the class', async () => {
    const [own, neighbour] = [await newFamily(), await newFamily()];
    const [id, startsAt] = [await proposed(own), freeTime()];
    const { payload } = await schedule(homeroom, id, startsAt, { roomId: `room_${room.id}` });
    expect(payload).toMatchObject({
      userErrors: [],
      shift: {
        startsAt: startsAt.toISOString(),
        endsAt: new Date(startsAt.getTime() + 40 * 60_000).toISOString(),
        place: room.name,
        status: 'SCHEDULED',
        activity: { title: '家长讲堂:桥是怎样造成的', kind: 'PARENT_LECTURE' },
        roles: { nodes: [{ capacity: 1, placesTaken: 1 }] },
      },
    });
    expect(await written(id)).toEqual({ status: 'SCHEDULED', shifts: 1, signups: 1, persons: 1, rooms: 1 });
    const shiftId = payload!['shift'].id as string;
    const { data } = await hub.ask(
      `query ($class: ID!) { schoolClass(id: $class) {
      shifts(first: 100) { nodes { id parentLecture { id } roles { nodes { viewerBlockers } } } } parentLectures(first: 100) { nodes { id lecturerName guardian { id } shift { id } } } } }`,
      { as: neighbour.parent.accountId, variables: { class: `class_${schoolClass.id}` } },
    );
    const { shifts, parentLectures } = data!['schoolClass'];
    expect(shifts.nodes).toContainEqual({
      id: shiftId,
      parentLecture: { id },
      roles: { nodes: [{ viewerBlockers: ['CLOSED', 'FULL'] }] },
    });
    expect(parentLectures.nodes).toContainEqual({
      id,
      lecturerName: expect.stringMatching(/^.\*+$/),
      guardian: null,
      shift: { id: shiftId },
    });
  });

  it.each([
    [
      'OVERLAP',
      async (own: Family, at: Date) => {
        await signedUp(
          scenario,
          await openShift(scenario, homeroom, {
            school,
            shift: { startsAt: at, endsAt: new Date(at.getTime() + 3_600_000) },
          }),
          own,
        );
        return {};
      },
    ],
    [
      'ROOM_TAKEN',
      async (_own: Family, at: Date) => {
        await schedule(homeroom, await proposed(await newFamily()), new Date(at.getTime() + 60_000), {
          roomId: `room_${room.id}`,
        });
        return { roomId: `room_${room.id}` };
      },
    ],
    ['PAST', () => Promise.resolve({ startsAt: scenario.at(0) })],
    ['TIMES', (_own: Family, at: Date) => Promise.resolve({ endsAt: at, place: '操场' })],
    [
      'LEFT',
      async (own: Family) => {
        await hub.database.pool.query(`update guardianship set status = 'ENDED' where guardian_id = $1`, [
          own.parent.guardian.id,
        ]);
        return {};
      },
    ],
    [
      'SUSPENDED',
      async (own: Family) => {
        await scenario.write((put) =>
          put(
            VolunteerSuspension,
            aVolunteerSuspension({
              person: own.parent.person,
              district: scenario.district,
              school,
              cause: 'DECISION' as never,
              decidedBy: admin.staff,
              startsAt: scenario.at(-60),
              endsAt: scenario.at(60),
            }),
          ),
        );
        return {};
      },
    ],
  ] as [string, (own: Family, at: Date) => Promise<Record<string, unknown>>][])(
    'is refused with %s, and nothing is written',
    async (code, arrange) => {
      const own = await newFamily();
      const [id, at] = [await proposed(own), freeTime()];
      const given = await arrange(own, at);
      const before = [await countOf('shift'), await countOf('volunteer_activity'), await countOf('engagement')];
      expect(
        (
          await schedule(
            homeroom,
            id,
            at,
            Object.keys(given).some((key) => key === 'roomId' || key === 'place') ? given : { place: '操场', ...given },
          )
        ).codes,
      ).toEqual([code]);
      expect(await written(id)).toMatchObject({ status: 'PROPOSED', shifts: 0 });
      expect([await countOf('shift'), await countOf('volunteer_activity'), await countOf('engagement')]).toEqual(
        before,
      );
    },
  );

  it('wants a place in words or a room of the school, and not both', async () => {
    const [id, elsewhere] = [await proposed(await newFamily()), await scenario.room(await scenario.school())];
    expect((await schedule(homeroom, id, freeTime(), {})).refusal).toBe('BAD_USER_INPUT');
    expect((await schedule(homeroom, id, freeTime(), { place: '操场', roomId: `room_${room.id}` })).refusal).toBe(
      'BAD_USER_INPUT',
    );
    expect((await schedule(homeroom, id, freeTime(), { roomId: `room_${elsewhere.id}` })).refusal).toBe('NOT_FOUND');
  });

  it('two teachers at once make one shift', async () => {
    for (let round = 0; round < 4; round += 1) {
      const [id, at] = [await proposed(await newFamily()), freeTime()];
      const answers = await Promise.all([
        schedule(homeroom, id, at),
        schedule(admin, id, new Date(at.getTime() + 7_200_000)),
        schedule(homeroom, id, at),
      ]);
      expect(answers.map(({ codes }) => codes!.join()).sort()).toEqual(['', 'WRONG_STATUS', 'WRONG_STATUS']);
      expect(await written(id)).toEqual({ status: 'SCHEDULED', shifts: 1, signups: 1, persons: 1, rooms: 0 });
    }
  });

  it('two lectures in one room at once: one of them', async () => {
    for (let round = 0; round < 4; round += 1) {
      const [one, other, at] = [await proposed(await newFamily()), await proposed(await newFamily()), freeTime()];
      const answers = await Promise.all(
        [one, other].map((id) => schedule(homeroom, id, at, { roomId: `room_${room.id}` })),
      );
      expect(answers.map(({ codes }) => codes!.join()).sort()).toEqual(['', 'ROOM_TAKEN']);
    }
  });
});

describe('a lecture that has a time', () => {
  async function scheduled(
    given?: Record<string, unknown>,
  ): Promise<{ own: Family; id: string; shiftId: string; startsAt: Date }> {
    const own = await newFamily();
    const [id, startsAt] = [await proposed(own), freeTime()];
    const { payload } = await schedule(homeroom, id, startsAt, given);
    return { own, id, startsAt, shiftId: payload!['shift'].id as string };
  }

  it('is cancelled with its shift: the guardian and the room are free again, and it cannot be cancelled twice', async () => {
    const { own, id } = await scheduled({ roomId: `room_${room.id}` });
    expect((await act('cancel', own.parent, id)).refusal).toBe('FORBIDDEN');
    expect((await act('cancel', admin, id)).payload).toMatchObject({
      userErrors: [],
      lecture: { status: 'CANCELLED', reason: '与考试冲突', viewerActions: [] },
    });
    expect(await written(id)).toEqual({ status: 'CANCELLED', shifts: 1, signups: 0, persons: 0, rooms: 0 });
    expect((await act('cancel', homeroom, id)).codes).toEqual(['WRONG_STATUS']);
  });

  it('cannot be cancelled once it has begun', async () => {
    const { id, startsAt } = await scheduled();
    clock = startsAt;
    expect(
      (
        await act('cancel', homeroom, id).finally(() => {
          clock = scenario.now;
        })
      ).codes,
    ).toEqual(['WRONG_STATUS']);
  });

  it('ends with its shift where the organiser calls that off', async () => {
    const { id, shiftId } = await scheduled({ roomId: `room_${room.id}` });
    const { payload } = await mutate('cancelShift', homeroom, { shiftId, reason: '停课' }, 'shift { status }');
    expect(payload).toMatchObject({ userErrors: [], shift: { status: 'CANCELLED' } });
    expect(await written(id)).toEqual({ status: 'CANCELLED', shifts: 1, signups: 0, persons: 0, rooms: 0 });
  });

  it('cancelled by the teacher and called off by the organiser at once ends once', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { id, shiftId } = await scheduled();
      const answers = await Promise.all([
        act('cancel', admin, id),
        mutate('cancelShift', homeroom, { shiftId, reason: '停课' }, 'shift { status }'),
      ]);
      expect(answers.map(({ codes }) => codes!.length).sort()).toEqual([0, 1]);
      expect(await written(id)).toMatchObject({ status: 'CANCELLED', signups: 0, persons: 0 });
    }
  });

  it('moves with its shift, room and all, or not at all', async () => {
    const [{ id, shiftId, startsAt }, other] = [
      await scheduled({ roomId: `room_${room.id}` }),
      await scheduled({ roomId: `room_${room.id}` }),
    ];
    const move = async (to: Date) => {
      const { data } = await hub.ask('query ($id: ID!) { shift(id: $id) { revision } }', {
        as: homeroom.accountId,
        variables: { id: shiftId },
      });
      return mutate(
        'updateShift',
        homeroom,
        {
          shiftId,
          revision: data!['shift'].revision as number,
          startsAt: to,
          endsAt: new Date(to.getTime() + 2_400_000),
        },
        'shift { startsAt }',
      );
    };
    expect((await move(other.startsAt)).codes).toEqual(['ROOM_TAKEN']);
    const later = new Date(startsAt.getTime() + 7_200_000);
    expect((await move(later)).codes).toEqual([]);
    expect(await written(id)).toEqual({ status: 'SCHEDULED', shifts: 1, signups: 1, persons: 1, rooms: 1 });
    const { rows } = await hub.database.pool.query<{ starts_at: Date }>(
      `select starts_at from engagement where source_id = $1 and status = 'ACTIVE'`,
      [shiftId.slice('shift_'.length)],
    );
    expect(rows).toEqual([{ starts_at: later }]);
  });

  it('is called off where nobody gives it any more', async () => {
    const { id, shiftId, own } = await scheduled({ roomId: `room_${room.id}` });
    expect(await sweep(hub, clock, (tx) => endLecturesWithoutLecturer(tx, 10))).toBe(0);
    await hub.database.pool.query(
      `with ended as (update signup set status = 'CANCELLED', cancelled_at = now() where shift_id = $1 and person_id = $2 returning id, role_id),
      place as (update shift_role set places_taken = 0 from ended where shift_role.id = ended.role_id)
      update engagement set status = 'ENDED', ended_at = now() from ended where source_id = ended.id`,
      [shiftId.slice('shift_'.length), own.parent.person.id],
    );
    const counts = await Promise.all(
      Array.from({ length: 3 }, () => sweep(hub, clock, (tx) => endLecturesWithoutLecturer(tx, 10))),
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await written(id)).toEqual({ status: 'CANCELLED', shifts: 1, signups: 0, persons: 0, rooms: 0 });
  });
});
