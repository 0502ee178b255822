import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoomRecord, SchoolClassRecord, SchoolRecord } from '../../../seeds/factories/index.ts';
import { aVolunteerSuspension } from '../../../seeds/factories/index.ts';
import {
  family,
  openShift,
  signedUp,
  type Family,
  type Scenario,
  type StaffMember,
} from '../../../seeds/scenario/index.ts';
import { endLecturesWithoutLecturer, VolunteerSuspension } from '../../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { sweep } from '../../support/sweeps.ts';
import { beginScenario } from '../../support/world.ts';
import { lectureCalls } from './lectures.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let homeroom: StaffMember;
let admin: StaffMember;
let room: RoomRecord;
/** The hub's clock; the scenario's is where it begins. */
let clock: Date;

beforeAll(async () => {
  hub = await startTestHub({ clock: () => clock });
  scenario = await beginScenario(hub);
  clock = scenario.now;
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  homeroom = await scenario.teacher(schoolClass);
  [admin, room] = [await scenario.schoolAdmin(school), await scenario.room(school)];
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const newFamily = (): Promise<Family> => family(scenario, [schoolClass]);
const { mutate, freeTime, proposed, act, schedule, scheduled, move, written, countOf } = lectureCalls(() => ({
  hub,
  scenario,
  schoolClass,
  homeroom,
}));

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
    expect((await move(shiftId, other.startsAt)).codes).toEqual(['ROOM_TAKEN']);
    const later = new Date(startsAt.getTime() + 7_200_000);
    expect((await move(shiftId, later)).codes).toEqual([]);
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
