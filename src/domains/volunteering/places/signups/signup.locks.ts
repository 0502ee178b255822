import type { Transaction } from '../../../../platform/commands/index.ts';
import { NotFound } from '../../../../platform/errors/index.ts';
import {
  allOf,
  always,
  forEach,
  now,
  raw,
  Scope,
  sql,
  type Condition,
  type Placed,
  type Sql,
} from '../../../../platform/reading/index.ts';
import { mine } from '../../../people/index.ts';
import {
  decidableSignups,
  ShiftRole,
  Signup,
  visibleShifts,
  visibleSignups,
  type Shift,
  type WaitlistPriority,
  type WaitlistStatus,
} from '../../model/index.ts';
import { settleDue } from '../waiting-list/settle-due.ts';
import { SOMETHING_DUE } from '../waiting-list/waitlist.queue.ts';
import type { SignupFacts } from './signup.blockers.ts';
import {
  cancelFacts,
  cancelFactsAt,
  ROLE_AND_SHIFT,
  signupFactsAt,
  signupFactsOf,
  takenInByAnother,
  theCaller,
  theViewer,
  type CancelFactsRead,
  type SignupFactsRead,
  type SignupSubject,
} from './signup.facts.ts';

/*
 * The fixed order, for all who write in this domain: the person whom it is about → the shift → its roles, by id → what
 * hangs on a role: waiting list entries, stand-ins, sign-ups, attendance.
 *
 * - While a person is locked, they sign up for nothing else. Whoever needs several locks them by id, before anything else.
 * - While a shift is locked, its times and its status stay; signing up does not lock it, so whoever cancels or moves one
 *   locks its roles as well.
 * - While a role is locked, its places, its waiting list and its sign-ups stay: rows of the list need no lock of their own.
 *   Persons who are offered a place under it are not locked: an offer occupies nobody's time, and is checked again when
 *   it is accepted. Their sign-ups are kept by constraints.
 * - Whoever takes a right away locks the person as well: under that lock rights are read from the tables (`theCaller`), for the
 *   viewer may have been read before it.
 * - What is told of places (`notice_follow_news`) locks their roles: whoever tells of several holds these before the first, and whoever
 *   holds a sign-up without its role tells of attendance and service alone, which stand still under its own lock.
 * - `no key update` lets the rows of others that refer to these pass. What was locked is read by a statement of its own:
 *   the one that waited for the lock sees everything else as it was before the wait.
 */

/** Locks the caller's person. */
export async function lockMyself(tx: Transaction): Promise<void> {
  await tx.query(sql`select per.id from person per where per.id = ${mine.personId} for no key update`);
}

/** Locks somebody whom a decision is about. */
export async function lockPerson(tx: Transaction, personId: string): Promise<void> {
  await tx.query(sql`select per.id from person per where per.id = ${personId} for no key update`);
}

/** Locks those of several persons whom nobody else holds. @returns their ids */
export async function lockFreePersons(tx: Transaction, personIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(
    sql`select per.id from person per where per.id = any(${personIds}::uuid[]) order by per.id for no key update skip locked`,
  );
  return new Set(rows.map(({ id }) => id));
}

/**
 * Locks a role that a condition finds.
 * @param id SQL of its id
 * @throws NotFound
 */
export async function lockRole(tx: Transaction, id: Sql): Promise<ShiftRole> {
  const [row] = await tx.query<object>(sql`select rol.* from shift_role rol where rol.id = (${id}) for no key update`);
  if (!row) throw new NotFound();
  return tx.em.map(ShiftRole, row);
}

export interface KnownRole {
  readonly facts: SignupFacts;
  /** The title under which the time of the shift will be occupied. */
  readonly title: string;
  readonly endsAt: Date;
  /** Bare id of the audience of the activity. */
  readonly audience: string;
  readonly priority: WaitlistPriority;
  /** The caller's own entry on the waiting list that can still become a place. */
  readonly entry: { readonly id: string; readonly status: WaitlistStatus } | null;
  /** The waiting list wants settling first. */
  readonly due: boolean;
  /** The caller runs the shift of an activity whose organiser chooses volunteers, or has done so: somebody else takes them in. */
  readonly byAnother: boolean;
  /** A volunteer offers their place to the list. */
  readonly givenUp: boolean;
}

/** A role that is locked, with what is known of it. */
export interface LockedRole extends KnownRole {
  readonly role: ShiftRole;
}

interface KnownRoleRead extends Omit<KnownRole, 'facts' | 'endsAt'> {
  readonly facts: SignupFactsRead;
  readonly until: string;
}

function known(
  roleId: string,
  who: SignupSubject,
  visible: Condition<Shift> | null,
  { viewer }: Pick<Transaction, 'viewer'>,
): Sql {
  return sql`select ${signupFactsOf(who)} as facts, act.title || ' · ' || rol.name as title, to_json(sft.ends_at) as until, act.audience_id as audience, act.waitlist_priority as priority, ${SOMETHING_DUE} as due, ${takenInByAnother(who)} as "byAnother",
      exists (select 1 from stand_in giv where giv.role_id = rol.id and giv.way = 'WAITLIST' and giv.status = 'OFFERED') as "givenUp",
      (select json_build_object('id', own.id, 'status', own.status) from waitlist_entry own
        where own.role_id = rol.id and own.person_id = ${mine.personId} and (own.status = 'WAITING' or own.status = 'OFFERED' and own.offer_expires_at > ${now})) as entry
    from ${ROLE_AND_SHIFT} where ${allOf([sql`rol.id = ${roleId}`, visible ? visible(new Scope('sft'), viewer.shape) : always])}`;
}

function knownAt(at: Date, { facts, until, ...rest }: KnownRoleRead): KnownRole {
  return { ...rest, facts: signupFactsAt(at, facts), endsAt: new Date(until) };
}

/**
 * Locks the caller's person, and tells what is known of a role that is not locked yet: good for a refusal.
 * @throws NotFound for a role that the caller does not see
 */
export async function lockMyselfBefore(tx: Transaction, roleId: string): Promise<KnownRole> {
  const [found] = await tx.query<KnownRoleRead>(sql`
    select about.facts, about.title, about.until, about.audience, about.priority, about.due, about."byAnother", about."givenUp", about.entry
    from person per, lateral (${known(roleId, theViewer, visibleShifts, tx)}) about where per.id = ${mine.personId} for no key update of per`);
  if (!found) throw new NotFound();
  return knownAt(tx.now, found);
}

/**
 * Locks the role, after `lockMyselfBefore`, and settles what is due there.
 * @throws NotFound for a role that the caller does not see
 */
export async function lockRoleForSignup(tx: Transaction, roleId: string): Promise<LockedRole> {
  const role = await lockRole(tx, sql`${roleId}::uuid`);
  const first = await readRole(tx, roleId, visibleShifts);
  if (!first.due) return { ...first, role };
  await settleDue(tx, role);
  await tx.em.flush();
  return { ...(await readRole(tx, roleId, visibleShifts)), role };
}

/**
 * The same for several callers of one shape, whose persons are locked.
 * @returns what is known about each of them, undefined where they do not see the role; empty where there is none
 */
export async function lockRoleForSignups(
  tx: Transaction,
  roleId: string,
  callers: readonly Pick<Transaction, 'viewer' | 'now'>[],
): Promise<(LockedRole | undefined)[]> {
  const [row] = await tx.query<object>(
    sql`select rol.* from shift_role rol where rol.id = ${roleId} for no key update`,
  );
  if (!row || callers.length === 0) return [];
  const role = tx.em.map(ShiftRole, row);
  const read = async (): Promise<(KnownRole | undefined)[]> => {
    const found = await tx.query<KnownRoleRead & Placed>(
      forEach(known(roleId, theCaller, visibleShifts, callers[0]!), callers),
    );
    const byPlace = new Map(found.map(({ place, ...rest }) => [place, rest]));
    return callers.map(({ now: at }, place) => (byPlace.has(place) ? knownAt(at, byPlace.get(place)!) : undefined));
  };
  const first = await read();
  if (first.some((each) => each?.due)) {
    await settleDue(tx, role);
    await tx.em.flush();
  }
  const settled = first.some((each) => each?.due) ? await read() : first;
  return settled.map((each) => each && { ...each, role });
}

/**
 * Reads what is known of a role that is locked, about the caller or somebody else.
 * @throws NotFound where it is not visible
 */
export async function readRole(
  tx: Transaction,
  roleId: string,
  visible: Condition<Shift> | null = null,
  who?: SignupSubject,
): Promise<KnownRole> {
  const [found] = await tx.query<KnownRoleRead>(known(roleId, who ?? theCaller, visible, tx));
  if (!found) throw new NotFound();
  return knownAt(tx.now, found);
}

export interface LockedSignup {
  readonly signup: Signup;
  readonly role: ShiftRole;
}

/** Locks a sign-up that the caller sees, with its role, what is due there settled. @throws NotFound */
export async function lockSignupForCancel(tx: Transaction, id: string) {
  await lockMyself(tx);
  const role = await lockRole(
    tx,
    sql`select sgn.role_id from signup sgn where ${allOf([sql`sgn.id = ${id}`, visibleSignups(new Scope('sgn'), tx.viewer.shape)])}`,
  );
  await settleDue(tx, role);
  const [found] = await tx.query<{ facts: CancelFactsRead }>(sql`
    select sgn.*, (${cancelFacts(raw('sgn'))}) as facts from signup sgn where sgn.id = ${id} for no key update of sgn`);
  const { facts, ...signup } = found!;
  return { signup: tx.em.map(Signup, signup), role, facts: cancelFactsAt(tx.now, facts) };
}

/**
 * Locks a sign-up for whoever decides on it, with the volunteer and the role, what is due there settled.
 * @throws NotFound for a sign-up that others decide on
 */
export async function lockSignupToDecide(tx: Transaction, id: string): Promise<LockedSignup> {
  const [found] = await tx.query<{ person_id: string; role_id: string }>(sql`
    select sgn.person_id, sgn.role_id from signup sgn
    where ${allOf([sql`sgn.id = ${id}`, decidableSignups(new Scope('sgn'), tx.viewer.shape)])}`);
  if (!found) throw new NotFound();
  await lockPerson(tx, found.person_id);
  const role = await lockRole(tx, sql`${found.role_id}::uuid`);
  await settleDue(tx, role);
  const [signup] = await tx.query<object>(sql`select sgn.* from signup sgn where sgn.id = ${id} for no key update`);
  return { signup: tx.em.map(Signup, signup!), role };
}
