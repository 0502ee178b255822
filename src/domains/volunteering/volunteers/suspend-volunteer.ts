import { isOwnCase } from '../../../platform/auth/index.ts';
import { requiredReason, type Transaction } from '../../../platform/commands/index.ts';
import { BadUserInput, Forbidden, NotFound, violationOf } from '../../../platform/errors/index.ts';
import { sql, type Sql } from '../../../platform/reading/index.ts';
import { District, lockPersonOf, Person, School, actingStaff } from '../../people/index.ts';
import { tell } from '../notices/index.ts';
import { giveOnOffersTo } from './held-offers.ts';
import { hasChildAt } from './volunteers.access.ts';
import { SUSPEND_RULES } from './volunteers.rules.ts';
import { SuspensionCause, VolunteerSuspension } from '../model/index.ts';

const MOST_DAYS = 1000;

export interface NewSuspension {
  readonly guardianId: string;
  /** Where it holds: one of the two, by bare id. */
  readonly schoolId: string | null;
  readonly districtId: string | null;
  readonly until: Date;
  readonly reason: string;
}

/**
 * Keeps a volunteer from signing up for a time, from now on. What they have signed up for stays theirs: an organiser who
 * does not want them to come says so of each sign-up. What is only offered to them is given on.
 * @throws RuleViolation, NotFound, Forbidden, BadUserInput
 */
export async function suspendVolunteer(tx: Transaction, wanted: NewSuspension): Promise<{ suspension: string }> {
  const reason = requiredReason(wanted.reason);
  const node = await nodeOf(tx, wanted);
  const personId = await lockVolunteerOf(tx, wanted.guardianId, node);
  if (isOwnCase(tx.viewer, personId)) throw violationOf(SUSPEND_RULES, 'OWN', ['guardianId']);
  if (wanted.until <= tx.now) throw violationOf(SUSPEND_RULES, 'PAST', ['until']);
  if (wanted.until.getTime() - tx.now.getTime() > MOST_DAYS * 86_400_000)
    throw violationOf(SUSPEND_RULES, 'TOO_LONG', ['until']);
  if (await isSuspended(tx, personId, node)) throw violationOf(SUSPEND_RULES, 'ALREADY_SUSPENDED', ['guardianId']);

  const suspension = tx.em.create(VolunteerSuspension, {
    person: tx.em.getReference(Person, personId),
    district: tx.em.getReference(District, node.districtId),
    school: node.schoolId === null ? null : tx.em.getReference(School, node.schoolId),
    cause: SuspensionCause.DECISION,
    reason,
    startsAt: tx.now,
    endsAt: wanted.until,
    decidedBy: actingStaff(tx),
    createdAt: tx.now,
  });
  await tell(tx, 'VOLUNTEER_SUSPENDED', { to: [personId], params: { reason, at: wanted.until }, about: suspension.id });
  await giveOnOffersTo(tx, [personId]);
  return { suspension: suspension.id };
}

interface Node {
  readonly districtId: string;
  readonly schoolId: string | null;
}

/** The school or district that the decision is for, which the caller must administer. */
async function nodeOf(
  tx: Transaction,
  { schoolId, districtId }: Pick<NewSuspension, 'schoolId' | 'districtId'>,
): Promise<Node> {
  if ((schoolId === null) === (districtId === null)) {
    throw new BadUserInput({ zh: '请指定学校或区,二者选一。', en: 'Name a school or a district, one of the two.' }, [
      'input',
      'schoolId',
    ]);
  }
  const { viewer } = tx;
  const [found] = await tx.query<{ district_id: string }>(
    schoolId === null
      ? sql`select dis.id as district_id from district dis where dis.id = ${districtId}::uuid`
      : sql`select sch.district_id from school sch where sch.id = ${schoolId}::uuid`,
  );
  if (!found) throw new NotFound();
  const administered =
    viewer.districtIds.includes(found.district_id) || (schoolId !== null && viewer.schoolIds.includes(schoolId));
  if (!administered) throw new Forbidden();
  return { districtId: found.district_id, schoolId };
}

/** While the person is locked, they sign up for nothing and nobody else decides on them. @throws NotFound for who is no volunteer of the node */
async function lockVolunteerOf(tx: Transaction, guardianId: string, { districtId, schoolId }: Node): Promise<string> {
  const schools: Sql =
    schoolId === null
      ? sql`select sch.id from school sch where sch.district_id = ${districtId}::uuid`
      : sql`${schoolId}::uuid`;
  await lockPersonOf(tx, guardianId);
  const [found] = await tx.query<{ id: string }>(
    sql`select grd.person_id as id from guardian grd where grd.id = ${guardianId}::uuid and ${hasChildAt(sql`grd.person_id`, schools)}`,
  );
  if (!found) throw new NotFound();
  return found.id;
}

async function isSuspended(tx: Transaction, personId: string, { districtId, schoolId }: Node): Promise<boolean> {
  const found = await tx.query(sql`select 1 from volunteer_suspension sus
    where sus.person_id = ${personId}::uuid and sus.district_id = ${districtId}::uuid and sus.school_id is not distinct from ${schoolId}::uuid
      and sus.cause = 'DECISION' and sus.lifted_at is null and sus.ends_at > ${tx.now}`);
  return found.length > 0;
}
