import { requiredText, type Transaction } from '../../../platform/commands/index.ts';
import { NotFound, violationOf } from '../../../platform/errors/index.ts';
import { sql, type Sql } from '../../../platform/reading/index.ts';
import { mine } from '../viewer/mine.facts.ts';
import type { Guardianship } from '../families/guardianship.entity.ts';
import { isMyOwnCase } from '../own-children.access.ts';
import { assignmentHolds, namesAGuardian } from '../rights/in-force.facts.ts';
import { rename } from '../staff/rename.ts';
import { NAMELESS } from './bind-child.ts';
import { inMyCare } from './binding.locks.ts';
import { CORRECT_NAME_RULES } from './binding.rules.ts';

const LONGEST_NAME = 40;

/** Some school has approved the guardian for some child, whatever became of it. A request that was blocked was not approved. */
function approvedFor(guardian: Sql): Sql {
  return sql`exists (select 1 from guardianship tie where tie.guardian_id = ${guardian}
    and (tie.status in ('ACTIVE', 'ENDED') or (tie.status = 'BLOCKED' and tie.approved_before_block)))`;
}

interface Called {
  readonly person_id: string;
  readonly name: string;
  readonly approved: boolean;
  /** On record as staff, at work or not: what they are called was made sure of. */
  readonly of_staff: boolean;
  /** Has a role today: whoever administers it corrects the staff record. */
  readonly at_work: boolean;
}

/**
 * Two requests of one person that are approved at once name them once, and find one household for them. The guardian first, as whoever asks
 * for a child locks them: with the name of the person PostgreSQL writes where the guardian is listed.
 */
export async function lockPersonOf(tx: Transaction, guardianId: string): Promise<void> {
  await tx.query(sql`select 1 from guardian gua where gua.id = ${guardianId} for no key update`);
  await tx.query(
    sql`select 1 from person per where per.id = (select gua.person_id from guardian gua where gua.id = ${guardianId}) for no key update`,
  );
}

/** The name of the guardian as it stands, and how the hub knows it. The person is locked. */
async function calledNow(tx: Transaction, guardianId: string): Promise<Called> {
  const [found] =
    await tx.query<Called>(sql`select per.id as person_id, per.name, ${approvedFor(sql`gua.id`)} as approved,
      exists (select 1 from staff stf where stf.person_id = per.id) as of_staff,
      exists (select 1 from staff stf join staff_assignment asg on asg.staff_id = stf.id where stf.person_id = per.id and ${assignmentHolds(sql`asg`)}) as at_work
    from guardian gua join person per on per.id = gua.person_id where gua.id = ${guardianId}`);
  return found!;
}

/**
 * With approval the name of a request becomes that of the person, where nobody has approved another one: a name that a school
 * knows somebody by is the school's to correct, and that of staff is in the staff record. Under the lock of the person.
 */
export async function takeRequestedName(tx: Transaction, { guardian, requestedName }: Guardianship): Promise<void> {
  if (requestedName === null) return;
  const called = await calledNow(tx, guardian.id);
  if (called.of_staff || (called.approved && called.name !== NAMELESS)) return;
  await rename(tx, called.person_id, requestedName);
}

export interface NameCorrection {
  readonly guardianId: string;
  readonly name: string;
}

/**
 * Corrects what a guardian is called, by whoever answers for a pupil that they are approved for, and whose own case none of the
 * guardian's pupils is. Whoever works as staff today is called what the staff record says.
 * @throws NotFound where they are approved for no pupil in the caller's care, RuleViolation, BadUserInput
 */
export async function correctGuardianName(
  tx: Transaction,
  { guardianId, name }: NameCorrection,
): Promise<{ guardian: string }> {
  const called = requiredText(name, { path: ['name'], longest: LONGEST_NAME, form: 'NAME' });
  const [found] = await tx.query<{
    own: boolean;
    own_child: boolean;
  }>(sql`select gua.person_id = any(${mine.ownPersonIds}) as own, exists (select 1 from guardianship tie
      where tie.guardian_id = gua.id and ${namesAGuardian(sql`tie`)} and ${isMyOwnCase(sql`tie.student_id`)}) as own_child from guardian gua
    where gua.id = ${guardianId} and exists (select 1 from guardianship tie join student stu on stu.id = tie.student_id
      where tie.guardian_id = gua.id and tie.status = 'ACTIVE' and ${inMyCare(tx.viewer, sql`stu`)})`);
  if (!found) throw new NotFound();
  if (found.own || found.own_child)
    throw violationOf(CORRECT_NAME_RULES, found.own ? 'OWN' : 'OWN_CHILD', ['guardianId']);
  await lockPersonOf(tx, guardianId);
  const { person_id: personId, at_work: atWork } = await calledNow(tx, guardianId);
  if (atWork) throw violationOf(CORRECT_NAME_RULES, 'OF_STAFF', ['guardianId']);
  await rename(tx, personId, called);
  return { guardian: guardianId };
}
