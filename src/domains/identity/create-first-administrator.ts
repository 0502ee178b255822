import { shanghaiDay } from '../../platform/calendar/index.ts';
import {
  AuditOutcome,
  AuditRecord,
  inTransaction,
  requiredText,
  type Transaction,
} from '../../platform/commands/index.ts';
import { sql } from '../../platform/reading/index.ts';
import type { RequestContext } from '../../platform/request/index.ts';
import {
  askWhoIsNew,
  assignmentHolds,
  assignmentStands,
  District,
  endRequestsForHeld,
  Grade,
  Person,
  Staff,
  StaffAssignment,
  StaffRole,
  Stage,
  staffNumberOf,
} from '../people/index.ts';
import { Account, AccountStatus } from './account.entity.ts';
import { handOutLinks, type LinkFor } from './local-sign-in/hand-out-link.ts';
import { Session, SignInMethod } from './sessions/session.entity.ts';

export interface FirstAdministrator {
  readonly districtCode: string;
  readonly districtName: string;
  readonly name: string;
  readonly staffNumber: string;
  /** The name of a new account; a free name where left out. */
  readonly accountName?: string;
  /** For how long the session that they begin with goes on: it cannot be refreshed. */
  readonly sessionSeconds: number;
  /** One more, where the district has one: its roles take two. */
  readonly second?: boolean;
  /** How long the link is good by which they set up a password. */
  readonly linkHours: number;
  /** A link also for who has set up a password already: that one is over then. */
  readonly resetsPassword?: boolean;
}

/** An administrator of the district was given another session, somebody on record the role (again), or somebody new the role. */
type Beginning = 'AGAIN' | 'RESTORED' | 'NEW';

export interface Begun {
  readonly accountId: string;
  readonly sessionId: string;
  readonly how: Beginning;
  /** The last part of the address at which they set up a password; null where they have one. */
  readonly link: string | null;
}

/** Tells whoever runs the hub why they cannot have what they wanted. */
export class CannotBegin extends Error {}

const BY_HAND = 'admin:create';

const GRADE_NAMES = ['一年级', '二年级', '三年级', '四年级', '五年级', '六年级', '七年级', '八年级', '九年级'];
/** Administrators whom whoever runs the hub may make: those of a district make any further ones. */
const MADE_BY_HAND = 2;

/**
 * For whoever runs the hub and has its database. Makes a district with its nine grades and its first administrator, and the second where
 * that is asked for, with a link by which they set up a password. Who administers the district already is given a session anew, so that nobody is locked out when the first one is
 * over; who did so once has the role again, where fewer than two are left. What waits there is theirs to decide from then on, and a
 * request for the role that they have now is settled. All of it stands in the audit log.
 * @throws CannotBegin, in words for whoever runs the hub, BadUserInput
 */
export async function createFirstAdministrator(context: RequestContext, said: FirstAdministrator): Promise<Begun> {
  const wanted = { ...said, ...inOneLine(said) };
  return inTransaction(context, async (tx) => {
    // As whoever decides on a request does: the member of staff, then the roles.
    await tx.query(sql`select stf.id from staff stf where stf.staff_number = ${wanted.staffNumber} for no key update`);
    // Two calls at once must not both find the place empty.
    await tx.query(sql`lock table staff_assignment in share row exclusive mode`);
    const { em, now: createdAt } = tx;
    const known = await em.findOne(District, { code: wanted.districtCode });
    const staff = await staffOnRecord(tx, wanted);
    const atWork = known ? await administratorsOf(tx, known) : [];
    if (staff && atWork.includes(staff.id)) return begin(tx, wanted, { district: known!, staff, how: 'AGAIN' });
    requireRoom(wanted, known, atWork.length);
    if (staff) await requireNoneOfElsewhere(tx, staff, known);
    if (known && known.name !== wanted.districtName)
      throw new CannotBegin(`The district ${known.code} is ${known.name}: give the name that is on record.`);
    const district = known ?? em.create(District, { code: wanted.districtCode, name: wanted.districtName, createdAt });
    await addGrades(tx);
    const member =
      staff ??
      em.create(Staff, {
        person: em.create(Person, { name: wanted.name, phone: null, createdAt }),
        staffNumber: wanted.staffNumber,
        createdAt,
      });
    await give(tx, member, district);
    return begin(tx, wanted, { district, staff: member, how: staff ? 'RESTORED' : 'NEW' });
  });
}

/** @throws BadUserInput, as where staff are put on record */
function inOneLine({
  name,
  staffNumber,
  districtName,
}: FirstAdministrator): Pick<FirstAdministrator, 'name' | 'staffNumber' | 'districtName'> {
  return {
    name: requiredText(name, { path: ['name'], longest: 40, form: 'NAME' }),
    staffNumber: staffNumberOf(staffNumber),
    districtName: requiredText(districtName, { path: ['districtName'], longest: 40, form: 'TITLE' }),
  };
}

/** @throws CannotBegin where the number is somebody else's */
async function staffOnRecord({ em }: Transaction, { staffNumber, name }: FirstAdministrator): Promise<Staff | null> {
  const staff = await em.findOne(Staff, { staffNumber }, { populate: ['person'] });
  if (staff && staff.person.name !== name) {
    throw new CannotBegin(
      `The staff number ${staffNumber} belongs to somebody of another name: give the name that is on record, or another number.`,
    );
  }
  return staff;
}

/** Staff who hold the role today and whose account is open, if they have one: a district that has lost all of them is not shut out. */
async function administratorsOf(tx: Transaction, district: District): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(sql`select distinct asg.staff_id as id
    from staff_assignment asg join staff stf on stf.id = asg.staff_id left join account acc on acc.person_id = stf.person_id
    where asg.role = 'DISTRICT_ADMIN' and asg.district_id = ${district.id} and ${assignmentHolds(sql`asg`)} and acc.status is distinct from 'DISABLED'`);
  return rows.map(({ id }) => id);
}

/** @throws CannotBegin */
function requireRoom({ second }: FirstAdministrator, known: District | null, atWork: number): void {
  if (second && !known)
    throw new CannotBegin('There is no such district: its first administrator is made without --second.');
  if (atWork >= MADE_BY_HAND)
    throw new CannotBegin(
      'The district has two administrators: they make others themselves. With the number and the name of one of them, that one is given a new token, and with --reset a link for a new password.',
    );
  if (!second && atWork > 0) {
    throw new CannotBegin(
      'The district has an administrator already: --second makes another one. With the number and the name of that one, they are given a new token, and with --reset a link for a new password.',
    );
  }
}

/**
 * Requires that the member of staff works in the district, or nowhere: somebody of another district would read both by
 * one number and name.
 * @throws CannotBegin
 */
async function requireNoneOfElsewhere(tx: Transaction, staff: Staff, known: District | null): Promise<void> {
  const [works] = await tx.query<{ here: boolean | null; elsewhere: boolean | null }>(sql`select
      bool_or(asg.district_id = ${known?.id ?? null}::uuid) as here, bool_or(asg.district_id is distinct from ${known?.id ?? null}::uuid) as elsewhere
    from staff_assignment asg where asg.staff_id = ${staff.id} and ${assignmentStands(sql`asg`)}`);
  if (works!.elsewhere === true && works!.here !== true)
    throw new CannotBegin(
      `The staff number ${staff.staffNumber} belongs to somebody who works in another district: they are released there first, or somebody else is named.`,
    );
}

async function addGrades({ em, now: createdAt }: Transaction): Promise<void> {
  if ((await em.count(Grade)) > 0) return;
  for (const [index, name] of GRADE_NAMES.entries()) {
    em.create(Grade, { number: index + 1, name, stage: index < 6 ? Stage.PRIMARY : Stage.JUNIOR_MIDDLE, createdAt });
  }
}

/** The role from today on, unless it holds, as it does for whoever is shut out by their account alone; one that was to begin later makes way. */
async function give(tx: Transaction, staff: Staff, district: District): Promise<void> {
  const standing = sql`asg.staff_id = ${staff.id} and asg.district_id = ${district.id} and asg.role = 'DISTRICT_ADMIN' and ${assignmentStands(sql`asg`)}`;
  const held = await tx.query(
    sql`select 1 from staff_assignment asg where ${standing} and ${assignmentHolds(sql`asg`)}`,
  );
  if (held.length > 0) return;
  await tx.query(sql`update staff_assignment asg set ended_at = ${tx.now} where ${standing}`);
  const given = tx.em.create(StaffAssignment, {
    staff,
    district,
    role: StaffRole.DISTRICT_ADMIN,
    school: null,
    grade: null,
    schoolClass: null,
    subject: null,
    validFrom: shanghaiDay(tx.now),
    lastDayGiven: null,
    createdAt: tx.now,
  });
  await askWhoIsNew(tx, [given]);
}

/** An account that is open, a session of it, and the record of what was done. */
async function begin(
  tx: Transaction,
  wanted: FirstAdministrator,
  { district, staff, how }: { district: District; staff: Staff; how: Beginning },
): Promise<Begun> {
  const { em, now } = tx;
  await endRequestsForHeld(tx, [staff.id]);
  const account = await accountOf(tx, wanted, staff);
  const session = em.create(Session, {
    account,
    method: SignInMethod.ADMINISTRATION,
    client: BY_HAND,
    startedAt: now,
    lastUsedAt: now,
    expiresAt: new Date(now.getTime() + wanted.sessionSeconds * 1000),
    endedAt: null,
    ending: null,
    refreshHash: null,
    createdAt: now,
  });
  await em.flush();
  const link = await linkFor(tx, wanted, { staffId: staff.id, accountId: account.id, personId: staff.person.id });
  const about = { district: district.id, staff: staff.id, account: account.id };
  em.create(AuditRecord, {
    account: null,
    serviceToken: null,
    mutation: BY_HAND,
    outcome: AuditOutcome.SUCCEEDED,
    code: null,
    subjects: about,
    about: Object.values(about),
    districts: [district.id],
    schools: [],
    createdAt: now,
  });
  await em.flush();
  return { accountId: account.id, sessionId: session.id, how, link };
}

/** Who has a password keeps it, unless it is said to be lost. */
async function linkFor(
  tx: Transaction,
  { linkHours, resetsPassword = false }: FirstAdministrator,
  whom: Pick<LinkFor, 'staffId' | 'accountId' | 'personId'>,
): Promise<string | null> {
  const setUp =
    await tx.query(sql`select 1 from staff_identity sid join local_credential crd on crd.identity_id = sid.id
    where sid.account_id = ${whom.accountId} and crd.set_up_at is not null`);
  if (setUp.length > 0 && !resetsPassword) return null;
  const [handedOut] = await handOutLinks(tx, linkHours, [{ ...whom, by: null, alone: true }]);
  return handedOut!.token;
}

/** @throws CannotBegin where the name that was asked for is taken */
async function accountOf(
  { em, now: createdAt }: Transaction,
  { accountName }: FirstAdministrator,
  staff: Staff,
): Promise<Account> {
  const account = await em.findOne(Account, { person: staff.person });
  if (account) {
    account.status = AccountStatus.ACTIVE;
    return account;
  }
  if (accountName !== undefined && (await em.count(Account, { name: accountName })) > 0)
    throw new CannotBegin(`There is an account ${accountName} already: give another --account, or none.`);
  return em.create(Account, {
    person: staff.person,
    name: accountName ?? (await freeName(em)),
    status: AccountStatus.ACTIVE,
    createdAt,
  });
}

/** `admin`, then `admin-2`, `admin-3` … */
async function freeName(em: Transaction['em']): Promise<string> {
  const taken = new Set(
    (await em.find(Account, { name: { $like: 'admin%' } }, { fields: ['name'] })).map(({ name }) => name),
  );
  let name = 'admin';
  for (let number = 2; taken.has(name); number += 1) name = `admin-${number}`;
  return name;
}
