import { isOwnCase } from '../../../platform/auth/index.ts';
import { requiredReason, type Transaction } from '../../../platform/commands/index.ts';
import { Forbidden, NotFound, violationOf } from '../../../platform/errors/index.ts';
import { Scope, sql } from '../../../platform/reading/index.ts';
import { actingStaff } from '../../people/index.ts';
import { giveOnOffersTo } from './held-offers.ts';
import { manageableQualification, visibleQualifications } from './volunteers.access.ts';
import { REVOKE_QUALIFICATION_RULES } from './volunteers.rules.ts';
import { tell, tellEach } from '../notices/index.ts';
import { holdsQualification, OF_SHIFT, VolunteerQualification, whoDecides } from '../model/index.ts';

const qua = new Scope('qua');

/**
 * Takes a qualification back from now on. Sign-ups that it opened stand: their organisers decide on them, and are told; what is only offered is given on.
 * @throws RuleViolation, NotFound, Forbidden, BadUserInput
 */
export async function revokeQualification(
  tx: Transaction,
  { qualificationId, reason }: { readonly qualificationId: string; readonly reason: string },
): Promise<{ qualification: string }> {
  const revokeReason = requiredReason(reason);
  const qualification = await lockQualification(tx, qualificationId);
  if (isOwnCase(tx.viewer, qualification.person.id))
    throw violationOf(REVOKE_QUALIFICATION_RULES, 'OWN', ['qualificationId']);
  if (qualification.revokedAt !== null)
    throw violationOf(REVOKE_QUALIFICATION_RULES, 'ALREADY_REVOKED', ['qualificationId']);
  qualification.revokedAt = tx.now;
  qualification.revokeReason = revokeReason;
  qualification.revokedBy = actingStaff(tx);
  await tellOfRevoked(tx, qualification);
  await giveOnOffersTo(tx, [qualification.person.id]);
  return { qualification: qualification.id };
}

/** The volunteer hears why; whoever runs something that they have a place at, and that asks for it, is told once for each activity, but for who has done it. */
async function tellOfRevoked(
  tx: Transaction,
  { id, name, person, district, revokeReason }: VolunteerQualification,
): Promise<void> {
  await tell(tx, 'QUALIFICATION_REVOKED', {
    to: [person.id],
    params: { qualification: name, reason: revokeReason },
    about: id,
  });
  await tx.em.flush();
  const rows = await tx.query<{ persons: string[]; signup_id: string; count: number }>(sql`
    select array(${whoDecides(sql`array[${person.id}::uuid]`)}) as persons, (array_agg(sgn.id order by sft.starts_at, sgn.id))[1] as signup_id, count(*)::int as count
    from signup sgn join shift_role rol on rol.id = sgn.role_id join shift sft on sft.id = sgn.shift_id ${OF_SHIFT}
    where sgn.person_id = ${person.id}::uuid and sgn.status = 'CONFIRMED' and rol.qualification = ${name} and sft.district_id = ${district.id}::uuid
      and sft.status = 'SCHEDULED' and sft.ends_at > ${tx.now} and not ${holdsQualification(sql`sgn`)}
    group by act.id order by act.id`);
  await tellEach(
    tx,
    'QUALIFICATION_GONE',
    rows.map(({ persons, signup_id, count }) => ({
      to: persons.filter((to) => !isOwnCase(tx.viewer, to)),
      about: signup_id,
      params: { qualification: name, count: String(count) },
    })),
  );
}

/** Locks the person, then reads the row: it is theirs, and stays as it is. Whose volunteer they are is asked for after the wait. */
async function lockQualification(tx: Transaction, id: string): Promise<VolunteerQualification> {
  await tx.query(
    sql`select per.id from person per where per.id = (select qua.person_id from volunteer_qualification qua where qua.id = ${id}::uuid) for no key update`,
  );
  const [known] = await tx.query<{ may: boolean }>(sql`select qua.*, ${manageableQualification(qua)} as may
    from volunteer_qualification qua where qua.id = ${id}::uuid and ${visibleQualifications(qua, tx.viewer.shape)} for no key update`);
  if (!known) throw new NotFound();
  const { may, ...row } = known;
  if (!may) throw new Forbidden();
  return tx.em.map(VolunteerQualification, row);
}
