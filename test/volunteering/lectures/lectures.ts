import type { SchoolClassRecord } from '../../../seeds/factories/index.ts';
import { family, type Family, type Scenario, type StaffMember } from '../../../seeds/scenario/index.ts';
import type { TestHub } from '../../support/hub.ts';
import { mutator, type Who } from '../mutations-by-name.ts';

interface World {
  readonly hub: TestHub;
  readonly scenario: Scenario;
  readonly schoolClass: SchoolClassRecord;
  readonly homeroom: StaffMember;
}

/** Lectures that parents give to a class: what is pressed for them, and what is written of them. */
export function lectureCalls(world: () => World) {
  const mutate = mutator(() => world().hub);

  /** Days on which nobody else in this file does anything. */
  let lastDay = 10;
  const freeTime = (): Date => world().scenario.at((lastDay += 2) * 24 * 60);

  const propose = (who: Who, given: Record<string, unknown> = {}) =>
    mutate(
      'proposeParentLecture',
      who,
      {
        classId: `class_${world().schoolClass.id}`,
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
    const { rows } = await world().hub.database.pool.query<Record<string, unknown>>(
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
    (await world().hub.database.pool.query<{ count: number }>(`select count(*)::int as count from ${table}`)).rows[0]!
      .count;

  async function scheduled(
    given?: Record<string, unknown>,
  ): Promise<{ own: Family; id: string; shiftId: string; startsAt: Date }> {
    const own = await family(world().scenario, [world().schoolClass]);
    const [id, startsAt] = [await proposed(own), freeTime()];
    const { payload } = await schedule(world().homeroom, id, startsAt, given);
    return { own, id, startsAt, shiftId: payload!['shift'].id as string };
  }

  async function move(shiftId: string, to: Date) {
    const { data } = await world().hub.ask('query ($id: ID!) { shift(id: $id) { revision } }', {
      as: world().homeroom.accountId,
      variables: { id: shiftId },
    });
    return mutate(
      'updateShift',
      world().homeroom,
      {
        shiftId,
        revision: data!['shift'].revision as number,
        startsAt: to,
        endsAt: new Date(to.getTime() + 2_400_000),
      },
      'shift { startsAt }',
    );
  }

  return { mutate, freeTime, propose, proposed, act, schedule, scheduled, move, written, countOf };
}
