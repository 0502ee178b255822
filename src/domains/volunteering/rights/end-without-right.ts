import type { Transaction } from '../../../platform/commands/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import {
  orphansOf,
  ownSentence,
  Shift,
  ShiftRole,
  Signup,
  SignupStatus,
  isActiveSignup,
  isInLine,
  isOpenLecture,
  isOpenStandIn,
} from '../model/index.ts';
import { askDeciders } from '../../notices/index.ts';
import { callOff } from '../organising/index.ts';
import { endSignups, settleDue } from '../places/index.ts';
import { noteRights } from './note-rights.ts';
import {
  tellOfLectures,
  tellOfPlaces,
  type CalledOffLecture,
  type EndedEntry,
  type EndedLecture,
  type EndedStandIn,
} from './rights.notices.ts';

interface Adrift {
  readonly what: 'SIGNUP' | 'RIGHT' | 'ENTRY' | 'STAND_IN' | 'LECTURE';
  readonly id: string;
  readonly role_id: string | null;
  readonly shift_id: string | null;
}

/**
 * Ends what guardians have of shifts to come whose families they are no longer among, and lectures to classes that no child of theirs
 * is in: places are free again and offered on, times are free, lectures that nobody gives are called off. The volunteers are told
 * that it has ended, without a word of when and where; organisers, teachers and whoever had asked for a stand-in are told as well.
 * Shifts that run or are past stay as they are: of one that runs it is written down that the volunteer was turned away.
 */
export async function endWithoutRight(tx: Transaction, personIds: readonly string[]): Promise<void> {
  const adrift = orphansOf(sql`${[...personIds]}::uuid[]`);
  const before = await tx.query<Adrift>(adrift);
  if (before.length === 0) return;
  const { roles, lectureShifts } = await lockPlaces(tx, before);
  // A volunteer who checks in at this moment holds the lock of their sign-up: they have come, and it stays.
  await tx.query(
    sql`select sgn.id from signup sgn where sgn.id = any(${before.filter(({ what }) => what === 'SIGNUP' || what === 'RIGHT').map(({ id }) => id)}::uuid[]) order by sgn.id for no key update`,
  );
  const due = Object.groupBy(await tx.query<Adrift>(adrift), ({ what }) => what);
  const idsOf = (what: Adrift['what']): string[] =>
    (due[what] ?? []).filter(({ role_id }) => role_id === null || roles.has(role_id)).map(({ id }) => id);
  await noteRights(tx, idsOf('RIGHT'));
  if (before.every(({ what }) => what === 'RIGHT')) return;

  const signups = (
    await tx.query<object>(
      sql`select sgn.* from signup sgn where sgn.id = any(${idsOf('SIGNUP')}::uuid[]) order by sgn.id for no key update`,
    )
  ).map((row) => tx.em.map(Signup, row));
  await endSignups(tx, signups, [...roles.values()], {
    status: SignupStatus.CANCELLED,
    reason: ownSentence('NOT_FOR_THEM'),
  });
  const entries = await endEntries(tx, roles, idsOf('ENTRY'));
  const standIns = await endStandIns(tx, idsOf('STAND_IN'));
  const lectures = await endOpenLectures(tx, idsOf('LECTURE'));
  const calledOff = await callOffLectures(tx, lectureShifts, [...roles.values()]);
  await offerOn(tx, roles);
  await askDeciders(
    tx,
    [...signups, ...standIns, ...lectures].map(({ id }) => id),
  );
  await tellOfPlaces(tx, { signups, lectures: calledOff, entries, standIns });
  await tellOfLectures(tx, { open: lectures, calledOff });
}

/** Shifts of lectures with their activities, which may be called off, then every role, each by id. */
async function lockPlaces(
  tx: Transaction,
  due: readonly Adrift[],
): Promise<{ roles: Map<string, ShiftRole>; lectureShifts: Shift[] }> {
  const shifts =
    await tx.query<object>(sql`select sft.* from volunteer_activity act join shift sft on sft.activity_id = act.id where sft.id = any(${due.map((each) => each.shift_id)}::uuid[])
      and exists (select 1 from parent_lecture plc where plc.shift_id = sft.id) order by sft.id for no key update of act, sft`);
  const lectureShifts = shifts.map((row) => tx.em.map(Shift, row));
  const rows =
    await tx.query<object>(sql`select rol.* from shift_role rol where rol.id = any(${due.map((each) => each.role_id)}::uuid[])
      or rol.shift_id = any(${lectureShifts.map(({ id }) => id)}::uuid[]) order by rol.id for no key update`);
  return { roles: new Map(rows.map((row) => tx.em.map(ShiftRole, row)).map((role) => [role.id, role])), lectureShifts };
}

async function endEntries(
  tx: Transaction,
  roles: ReadonlyMap<string, ShiftRole>,
  ids: readonly string[],
): Promise<EndedEntry[]> {
  const ended = await tx.query<EndedEntry & { role_id: string; held: boolean }>(sql`
    with open as (select wle.id, wle.status = 'OFFERED' and wle.stand_in_id is null as held from waitlist_entry wle where wle.id = any(${[...ids]}::uuid[]) and ${isInLine(sql`wle`)})
    update waitlist_entry wle set status = 'INELIGIBLE', ended_at = ${tx.now} from open where wle.id = open.id returning wle.id, wle.person_id, wle.role_id, open.held`);
  for (const { role_id, held } of ended) if (held) roles.get(role_id)!.placesTaken -= 1;
  return ended;
}

function endStandIns(tx: Transaction, ids: readonly string[]): Promise<EndedStandIn[]> {
  return tx.query<EndedStandIn>(sql`update stand_in sti set status = 'WITHDRAWN', decided_at = coalesce(sti.decided_at, ${tx.now}) from signup sgn
    where sti.id = any(${[...ids]}::uuid[]) and ${isOpenStandIn(sql`sti`)} and sgn.id = sti.signup_id returning sti.id, sgn.person_id as giver_id`);
}

function endOpenLectures(tx: Transaction, ids: readonly string[]): Promise<EndedLecture[]> {
  return tx.query<EndedLecture>(sql`update parent_lecture plc set status = 'WITHDRAWN' where plc.id = any(${[...ids]}::uuid[]) and ${isOpenLecture(sql`plc`)}
    returning plc.id, plc.person_id, plc.title`);
}

/** Those that nobody gives any more; where somebody stands in, the class hears them. */
async function callOffLectures(
  tx: Transaction,
  shifts: readonly Shift[],
  roles: readonly ShiftRole[],
): Promise<CalledOffLecture[]> {
  if (shifts.length === 0) return [];
  await tx.em.flush();
  const off = await tx.query<CalledOffLecture>(sql`select plc.id, plc.person_id, plc.title, plc.shift_id
    from parent_lecture plc where plc.shift_id = any(${shifts.map(({ id }) => id)}::uuid[]) and plc.status = 'SCHEDULED'
      and not exists (select 1 from signup sgn where sgn.shift_id = plc.shift_id and ${isActiveSignup(sql`sgn`)})`);
  const ids = new Set(off.map(({ shift_id }) => shift_id));
  await callOff(
    tx,
    shifts
      .filter(({ id }) => ids.has(id))
      .map((shift) => ({ shift, roles: roles.filter((role) => role.shift.id === shift.id) })),
    ownSentence('NO_LECTURER'),
    null,
  );
  return off;
}

/** Only where somebody waits. */
async function offerOn(tx: Transaction, roles: ReadonlyMap<string, ShiftRole>): Promise<void> {
  await tx.em.flush();
  const waitedFor = await tx.query<{ role_id: string }>(sql`select distinct wle.role_id from waitlist_entry wle
    where wle.role_id = any(${[...roles.keys()]}::uuid[]) and ${isInLine(sql`wle`)} order by 1`);
  for (const { role_id } of waitedFor) await settleDue(tx, roles.get(role_id)!);
}
