import { isOwnCase } from '../../../platform/auth/index.ts';
import { requiredReason, type Transaction } from '../../../platform/commands/index.ts';
import { Forbidden, NotFound, violationOf } from '../../../platform/errors/index.ts';
import { raw, sql } from '../../../platform/reading/index.ts';
import { actingStaff } from '../../people/index.ts';
import { giveOnOffersTo } from './held-offers.ts';
import { manageableQualification, visibleQualifications } from './volunteers.access.ts';
import { REVOKE_QUALIFICATION_RULES } from './volunteers.rules.ts';
import { VolunteerQualification } from '../model/index.ts';

const qua = raw('qua');

/**
 * Takes a qualification back from now on. Sign-ups that it opened stand: their organisers decide on them; what is only offered is given on.
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
  await giveOnOffersTo(tx, [qualification.person.id]);
  return { qualification: qualification.id };
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
