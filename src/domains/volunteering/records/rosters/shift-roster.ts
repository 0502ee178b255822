import type { TableColumn } from '../../../../platform/documents/index.ts';
import { Forbidden, NotFound } from '../../../../platform/errors/index.ts';
import { empty, join, Scope, sql, type Sql } from '../../../../platform/reading/index.ts';
import type { ViewerShape } from '../../../../platform/auth/index.ts';
import { maskedPhone, nameOfHousehold, pupilsInNameOf, visibleHouseholds } from '../../../people/index.ts';
import {
  type ActiveSignupStatus,
  type StatusInLine,
  manageableShifts,
  visibleShifts,
  visibleSignups,
  visibleWaitlistEntries,
  isActiveSignup,
  isInLine,
} from '../../model/index.ts';
import { pageByPage, rowsOf, type Asker } from '../../../../platform/exports/index.ts';

/** One who has signed up, or waits for a place. */
export interface RosterRow {
  readonly role: string;
  readonly name: string;
  readonly phone: string | null;
  /** As far as whoever asks may see the family. */
  readonly household: string | null;
  /** The children of that family, of whom its name tells. */
  readonly pupils: readonly string[];
  /** As the roster says it; null where this process does not know how it stands. */
  readonly standing: string | null;
  readonly at: Date;
  readonly checkedInAt: Date | null;
  readonly checkedOutAt: Date | null;
  readonly noShowAt: Date | null;
  readonly excusedAt: Date | null;
  /** The volunteer whose place they took over. */
  readonly standsInFor: string | null;
  readonly key: readonly [ordinal: number, section: number, id: string];
}

export interface RosterHead {
  readonly title: string;
  readonly place: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Reads the shift of the roster. @throws NotFound, or Forbidden for who sees the shift and does not run it */
export async function rosterHead(asker: Asker, shiftId: string): Promise<RosterHead> {
  const sft = new Scope('sft');
  const [row] = await rowsOf(
    asker,
    (viewer) => sql`
    select act.title, sft.place, sft.starts_at, sft.ends_at, coalesce(${manageableShifts(sft, viewer)}, false)
    from shift sft join volunteer_activity act on act.id = sft.activity_id where sft.id = ${shiftId}::uuid and ${visibleShifts(sft, viewer)}`,
  );
  if (!row) throw new NotFound();
  const [title, place, startsAt, endsAt, manageable] = row as [string, string, Date, Date, boolean];
  if (!manageable) throw new Forbidden();
  return { title, place, startsAt, endsAt };
}

/**
 * Reads who has signed up for each role, as long as it is for them, and behind them who waits, each in the order in
 * which they came.
 */
export function rosterRows(asker: Asker, shiftId: string): AsyncGenerator<RosterRow> {
  return pageByPage<RosterRow>(asker, (viewer, after, size) => pageOf(shiftId, viewer, after, size), rowFrom);
}

const SIGNED_UP = 0;
const WAITS = 1;

function pageOf(shiftId: string, viewer: ViewerShape, after: RosterRow | null, size: number): Sql {
  const hsh = new Scope('hsh');
  const beyond =
    after === null
      ? empty
      : sql`where (every.ordinal, every.section, every.at, every.id) > (${join([
          sql`${after.key[0]}::int`,
          sql`${after.key[1]}::int`,
          sql`${after.at}::timestamptz`,
          sql`${after.key[2]}::uuid`,
        ])})`;
  return sql`
    select every.role, per.name, per.phone, case when hsh.id is not null then ${nameOfHousehold(hsh, viewer)} end, every.status, every.at, att.checked_in_at, att.checked_out_at, att.no_show_at, att.excused_at, other.name,
      every.ordinal, every.section, every.id,
      (select coalesce(json_agg(pupil.id), '[]') from (${pupilsInNameOf(hsh)}) pupil(id))
    from (
      select sgn.id, sgn.person_id, sgn.household_id, sgn.status, sgn.signed_up_at as at, sgn.stands_in_for_id, rol.name as role, rol.ordinal::int, ${SIGNED_UP}::int as section
      from signup sgn join shift_role rol on rol.id = sgn.role_id
      where sgn.shift_id = ${shiftId}::uuid and ${isActiveSignup(sql`sgn`)} and ${visibleSignups(new Scope('sgn'), viewer)}
      union all
      select wle.id, wle.person_id, wle.household_id, wle.status, wle.joined_at, null, rol.name, rol.ordinal::int, ${WAITS}::int
      from waitlist_entry wle join shift_role rol on rol.id = wle.role_id
      where wle.shift_id = ${shiftId}::uuid and ${isInLine(sql`wle`)} and ${visibleWaitlistEntries(new Scope('wle'), viewer)}
    ) every
    join person per on per.id = every.person_id
    left join household hsh on hsh.id = every.household_id and ${visibleHouseholds(hsh, viewer)}
    left join attendance att on att.signup_id = every.id
    left join signup before on before.id = every.stands_in_for_id
    left join person other on other.id = before.person_id
    ${beyond} order by every.ordinal, every.section, every.at, every.id limit ${size}::int`;
}

/** What the statement answers, in its order. */
type StoredRow = readonly [
  role: string,
  name: string,
  phone: string | null,
  household: string | null,
  status: string,
  at: Date,
  checkedInAt: Date | null,
  checkedOutAt: Date | null,
  noShowAt: Date | null,
  excusedAt: Date | null,
  standsInFor: string | null,
  ordinal: number,
  section: number,
  id: string,
  pupils: readonly string[],
];

function rowFrom(values: readonly unknown[]): RosterRow {
  const [
    role,
    name,
    phone,
    household,
    status,
    at,
    checkedInAt,
    checkedOutAt,
    noShowAt,
    excusedAt,
    standsInFor,
    ordinal,
    section,
    id,
    pupils,
  ] = values as StoredRow;
  return {
    role,
    name,
    household,
    pupils,
    standing: inWords(status),
    at,
    checkedInAt,
    checkedOutAt,
    noShowAt,
    excusedAt,
    standsInFor,
    phone: maskedPhone(phone),
    key: [ordinal, section, id],
  };
}

const IN_WORDS: Readonly<Record<ActiveSignupStatus | StatusInLine, string>> = {
  CONFIRMED: '已确认',
  PENDING: '待审核',
  WAITING: '候补中',
  OFFERED: '名额保留中',
};
const STANDINGS: ReadonlyMap<string, string> = new Map(Object.entries(IN_WORDS));

/** The statement asks for these alone. */
function inWords(status: string): string {
  const words = STANDINGS.get(status);
  if (words === undefined) throw new Error(`A roster has no words for ${status}.`);
  return words;
}

function presence({ checkedInAt, noShowAt, excusedAt }: RosterRow): string | null {
  return excusedAt !== null ? '请假' : noShowAt !== null ? '缺勤' : checkedInAt !== null ? '到岗' : null;
}

export const ROSTER_COLUMNS: readonly TableColumn<RosterRow>[] = [
  { header: '岗位', kind: 'text', width: 16, of: (row) => row.role },
  { header: '姓名', kind: 'text', of: (row) => row.name },
  { header: '手机号', kind: 'text', of: (row) => row.phone },
  { header: '家庭', kind: 'text', width: 20, of: (row) => row.household },
  { header: '状态', kind: 'text', of: (row) => row.standing },
  { header: '报名时间', kind: 'time', width: 18, of: (row) => row.at },
  { header: '替班', kind: 'text', of: (row) => row.standsInFor },
  { header: '到岗情况', kind: 'text', of: presence },
  { header: '签到时间', kind: 'time', width: 18, of: (row) => row.checkedInAt },
  { header: '签退时间', kind: 'time', width: 18, of: (row) => row.checkedOutAt },
];
