import { type Transaction } from '../../../platform/commands/index.ts';
import { constraintOf } from '../../../platform/database/index.ts';
import { NotFound, violationOf } from '../../../platform/errors/index.ts';
import { join, now, raw, sql } from '../../../platform/reading/index.ts';
import { assignmentHolds, INBOX, mine, type PlaceOfRole, STANDING_DECISIONS } from '../../people/index.ts';
import { AccountStatus } from '../account.entity.ts';
import { referencesTo } from '../references.ts';
import { endAllSessions } from '../sessions/end-sessions.ts';
import { linkSettled } from '../staff-identities/links.notices.ts';
import { JOIN_REFUSALS } from './join-refusal.ts';
import { CONFIRM_JOIN_RULES, type ConfirmJoinRule } from './joining.rules.ts';

interface Join {
  readonly id: string;
  readonly asked_by_id: string | null;
  readonly over: boolean;
}

interface Two {
  readonly account_id: string;
  readonly person_id: string;
  readonly active: boolean;
  readonly staff_id: string | null;
  readonly guardian_id: string | null;
}

/**
 * The fixed order: the member of staff, the join, both persons, both accounts. Whoever acts at work holds the first (`myRolesAtWork`), and
 * so does PostgreSQL for each row that names them as its decider: what they decide is there to be found here, or finds who they are by then.
 *
 * Makes one person of the two: the family's, with its sign-in of WeChat, who is of the staff from now on and known to the identity
 * provider. Whatever named the other person names this one, so that overlaps and one's own cases are found across what were two;
 * where they stand against it, the database refuses and nothing is done.
 * @throws NotFound, RuleViolation
 */
export async function confirmJoin(tx: Transaction, { joinId }: { readonly joinId: string }): Promise<{ joined: true }> {
  const refused = (rule: ConfirmJoinRule): Error => violationOf(CONFIRM_JOIN_RULES, rule, ['joinId']);
  await tx.query(sql`select stf.id from staff stf where stf.id = ${mine.staffId} for update`);
  const [asked] =
    await tx.query<Join>(sql`select ajn.id, ajn.asked_by_id, ajn.joined_at is not null or ajn.expires_at <= ${now} as over
    from account_join ajn where ajn.id = ${joinId} and ajn.account_id = ${mine.accountId} for no key update`);
  if (!asked) throw new NotFound();
  if (asked.over) throw refused('OVER');
  if (asked.asked_by_id === null) throw refused('NOT_ASKED');
  const [staff, family] = await lockTwo(tx, tx.viewer.accountId!, asked.asked_by_id);
  if (
    !staff.active ||
    !family.active ||
    staff.staff_id === null ||
    staff.guardian_id !== null ||
    family.guardian_id === null ||
    family.staff_id !== null
  )
    throw refused('NOT_POSSIBLE');
  if (await decidedOnOneself(tx, staff, family)) throw refused('OWN_CASE');
  try {
    await becomeOne(tx, staff, family);
  } catch (error) {
    const constraint = constraintOf(error);
    if (constraint === undefined) throw error;
    throw refused(tx.services.get(JOIN_REFUSALS).find((each) => each.constraint === constraint)?.rule ?? 'CONFLICT');
  }
  await tx.query(sql`update account_join set joined_at = ${now} where id = ${joinId}`);
  const inbox = tx.services.get(INBOX);
  await inbox.askDeciders(tx, [joinId]);
  // From here on others decide what is their own case as a guardian: what they were asked, and what they found on a list of theirs.
  await inbox.askInPlaceOf(tx, [family.person_id]);
  await inbox.askAt(
    tx,
    await tx.query<PlaceOfRole>(
      sql`select distinct asg.school_id as school, asg.district_id as district from staff_assignment asg where asg.staff_id = ${staff.staff_id}::uuid and ${assignmentHolds(sql`asg`)}`,
    ),
  );
  await inbox.tellEach(tx, linkSettled, [{ to: family.person_id, params: { what: 'JOINED' } }]);
  tx.notes['joinedAccount'] = family.account_id;
  return { joined: true };
}

/** Both accounts and persons under lock, in the order of their ids. */
async function lockTwo(tx: Transaction, ofStaff: string, ofFamily: string): Promise<[Two, Two]> {
  await tx.query(
    sql`select per.id from person per where per.id in (select acc.person_id from account acc where acc.id in (${ofStaff}::uuid, ${ofFamily}::uuid)) order by per.id for no key update`,
  );
  await tx.query(
    sql`select acc.id from account acc where acc.id in (${ofStaff}::uuid, ${ofFamily}::uuid) order by acc.id for no key update`,
  );
  const rows =
    await tx.query<Two>(sql`select acc.id as account_id, acc.person_id, acc.status = 'ACTIVE' as active, stf.id as staff_id, grd.id as guardian_id
    from account acc left join staff stf on stf.person_id = acc.person_id left join guardian grd on grd.person_id = acc.person_id where acc.id in (${ofStaff}::uuid, ${ofFamily}::uuid)`);
  const of = (id: string): Two => rows.find((row) => row.account_id === id)!;
  return [of(ofStaff), of(ofFamily)];
}

/** Something that stands, in whatever domain, and gives the one a right, was decided by the other: by the same human being. */
async function decidedOnOneself(tx: Transaction, staff: Two, family: Two): Promise<boolean> {
  const both = { staffId: sql`${staff.staff_id}::uuid`, personId: sql`${family.person_id}::uuid` };
  const found = await tx.query(
    sql`${join(
      tx.services.get(STANDING_DECISIONS).map(({ standing }) => standing(both)),
      ' union all ',
    )} limit 1`,
  );
  return found.length > 0;
}

/** Every reference to a person that the database knows of, so that none can be forgotten; the account of the staff stays with who it was, for the log. */
async function becomeOne(tx: Transaction, staff: Two, family: Two): Promise<void> {
  // First: what otherwise never changes lets whom it names become who they are joined with, and nobody else.
  await tx.query(
    sql`update account set status = ${AccountStatus.DISABLED}, joined_into_id = ${family.account_id}::uuid, joined_at = ${now} where id = ${staff.account_id}::uuid`,
  );
  const columns = (await referencesTo(tx, ['person'])).filter(({ table }) => table !== 'account');
  for (const { table, column } of columns) {
    await tx.query(
      sql`update ${raw(table)} set ${raw(column)} = ${family.person_id}::uuid where ${raw(column)} = ${staff.person_id}::uuid`,
    );
  }
  // The identity of staff was made sure of when they were put on record: that name is kept.
  await tx.query(
    sql`update person per set name = old.name, phone = coalesce(old.phone, per.phone),
      phone_verified_at = case when old.phone is null then per.phone_verified_at when old.phone is distinct from per.phone then old.phone_verified_at
        else coalesce(per.phone_verified_at, old.phone_verified_at) end from person old where per.id = ${family.person_id}::uuid and old.id = ${staff.person_id}::uuid`,
  );
  await tx.query(
    sql`update staff_identity set account_id = ${family.account_id}::uuid where account_id = ${staff.account_id}::uuid`,
  );
  await endAllSessions(tx, [staff.account_id]);
}
