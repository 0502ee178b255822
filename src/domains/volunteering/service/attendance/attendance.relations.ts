import {
  computed,
  count,
  readable,
  relations,
  SMALL_GROUP,
  sql,
  table,
  toMany,
  toOne,
  type Alias,
  type Readable,
  type Relations,
  type Sql,
} from '../../../../platform/reading/index.ts';
import {
  Attendance,
  countedShifts,
  manageableShifts,
  Shift,
  shiftsInMyFigures,
  shiftsOfSeenLists,
  Signup,
} from '../../model/index.ts';
import { countableAttendances, visibleAttendances } from './attendance.access.ts';
import {
  checkInBlockersFor,
  checkOutBlockersFor,
  OPENS_AT,
  presenceFacts,
  presenceFactsOf,
  type PresenceRead,
} from './attendance.facts.ts';
import { CheckInBlocker, CheckOutBlocker } from './attendance.rules.ts';
import { showCodeBlockerFor } from './code/show-check-in-code.ts';

export const readables: readonly Readable[] = [
  readable(Attendance, {
    prefix: 'attendance',
    visible: visibleAttendances,
    countable: countableAttendances,
    defaultOrder: [{ by: 'createdAt', direction: 'ASC' }],
  }),
];

interface CodeFactsRead extends Readonly<Record<string, unknown>> {
  readonly managed: boolean;
  readonly scheduled: boolean;
  /** ISO 8601: it is read as JSON. */
  readonly opensAt: string;
  readonly endsAt: Date;
}

const opensAt = (shift: Alias): Sql =>
  sql`select to_json(${OPENS_AT}) from ${table('shift')} sft left join ${table('volunteering_policy')} vop on vop.district_id = sft.district_id where sft.id = ${shift}.id`;

/**
 * Those who came and those who did not are parts of those who have signed up, and of those who have a place; the rest
 * are those of whom neither is known.
 */
const besides = (other: string): string[][] =>
  ['signupCount', 'roles.confirmedCount'].flatMap((whole) => [[whole], [whole, other]]);

export const attendanceRelations: readonly Relations[] = [
  relations(Attendance, {
    signup: toOne(Signup, {
      by: 'signup',
      nullable: true,
      description: 'The sign-up (报名); null where the caller may not see it.',
    }),
    shift: toOne(Shift, {
      by: 'shift',
      nullable: true,
      description: 'The shift (班次); null where the caller no longer sees it.',
    }),
  }),
  relations(Signup, {
    attendance: toOne(Attendance, {
      backBy: 'signup',
      nullable: true,
      description: 'Whether they came (到岗记录); null while nothing is noted.',
    }),
    viewerCheckInBlockers: computed<{ presence: PresenceRead }>(() => [CheckInBlocker], {
      description: 'Why the caller cannot check in; empty where they can, given the code (本人不能签到的原因).',
      facts: { presence: presenceFacts },
      value: ({ presence }, { now }) => checkInBlockersFor(presenceFactsOf(presence), now),
    }),
    viewerCheckOutBlockers: computed<{ presence: PresenceRead }>(() => [CheckOutBlocker], {
      description: 'Why the caller cannot check out; empty where they can, given the code (本人不能签退的原因).',
      facts: { presence: presenceFacts },
      value: ({ presence }, { now }) => checkOutBlockersFor(presenceFactsOf(presence), now),
    }),
  }),
  relations(Shift, {
    attendances: toMany(Attendance, {
      by: 'shift',
      countedWhere: countedShifts,
      seenWhere: shiftsOfSeenLists,
      description: 'Who came and who did not, as far as the caller may see it (到岗记录).',
    }),
    attendedCount: count(Attendance, {
      by: 'shift',
      where: (row) => sql`${row}.checked_in_at is not null`,
      withheldBelow: SMALL_GROUP,
      remainders: besides('noShowCount'),
      countedWhere: shiftsInMyFigures,
      description:
        'Volunteers who came (到岗人数); null where it is not for the caller to know, or where they, or the others of those who have signed up, are a group too small to be told.',
    }),
    noShowCount: count(Attendance, {
      by: 'shift',
      where: (row) => sql`${row}.no_show_at is not null`,
      withheldBelow: SMALL_GROUP,
      remainders: besides('attendedCount'),
      countedWhere: shiftsInMyFigures,
      description:
        'Volunteers who did not come (缺勤人数); null where it is not for the caller to know, or where they, or the others of those who have signed up, are a group too small to be told.',
    }),
    checkInOpensAt: computed<{ opensAt: string }>(() => Date, {
      description: 'First moment to check in (签到开始时间).',
      facts: { opensAt },
      value: (facts) => new Date(facts.opensAt),
    }),
    viewerCanShowCheckInCode: computed<CodeFactsRead>(() => Boolean, {
      description: 'Whether the caller can show its check-in code now (本人可否出示签到码).',
      facts: {
        managed: (row, viewer) => sql`coalesce(${manageableShifts(row, viewer)}, false)`,
        scheduled: (row) => sql`${row}.status = 'SCHEDULED'`,
        opensAt,
        endsAt: 'endsAt',
      },
      value: (facts, { now }) =>
        facts.managed && showCodeBlockerFor({ ...facts, opensAt: new Date(facts.opensAt) }, now) === null,
    }),
  }),
];
