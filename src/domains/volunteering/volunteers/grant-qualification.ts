import { isOwnCase } from '../../../platform/auth/index.ts';
import { requiredText, type Transaction } from '../../../platform/commands/index.ts';
import { BadUserInput, NotFound, violationOf } from '../../../platform/errors/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { District, lockPersonOf, Person, today, actingStaff, mine } from '../../people/index.ts';
import { tell } from '../notices/index.ts';
import { VOLUNTEERS_CHILDREN } from './volunteers.access.ts';
import { GRANT_RULES } from './volunteers.rules.ts';
import { VolunteerQualification } from '../model/index.ts';

const LONGEST_NAME = 50;

export interface NewQualification {
  readonly guardianId: string;
  /** Asked for only where the guardian has children in several districts of the caller's. */
  readonly districtId: string | null;
  readonly name: string;
  /** Days of Asia/Shanghai, `YYYY-MM-DD`; both count. */
  readonly validFrom: string;
  readonly validTo: string | null;
}

/**
 * Puts a qualification on record, for the whole district in which a child of the guardian goes to school with the caller.
 * @throws RuleViolation, NotFound, BadUserInput
 */
export async function grantQualification(
  tx: Transaction,
  wanted: NewQualification,
): Promise<{ qualification: string }> {
  const name = requiredText(wanted.name, { path: ['name'], longest: LONGEST_NAME, form: 'TITLE' });
  const { validFrom, validTo } = wanted;
  const { personId, districtId } = await lockVolunteer(tx, wanted);
  if (isOwnCase(tx.viewer, personId)) throw violationOf(GRANT_RULES, 'OWN', ['guardianId']);
  if (validTo !== null && validTo < validFrom) throw violationOf(GRANT_RULES, 'DATES', ['validTo']);
  const [known] = await tx.query<{ expired: boolean; there: boolean }>(sql`
    select coalesce(${validTo}::date < ${today}, false) as expired, exists (
      select 1 from volunteer_qualification qua
      where qua.person_id = ${personId}::uuid and qua.district_id = ${districtId}::uuid and qua.name = ${name} and qua.revoked_at is null
        and daterange(qua.valid_from, qua.valid_to, '[]') && daterange(${validFrom}::date, ${validTo}::date, '[]')) as there`);
  if (known!.expired) throw violationOf(GRANT_RULES, 'EXPIRED', ['validTo']);
  if (known!.there) throw violationOf(GRANT_RULES, 'ALREADY_ON_RECORD', ['name']);

  const qualification = tx.em.create(VolunteerQualification, {
    person: tx.em.getReference(Person, personId),
    district: tx.em.getReference(District, districtId),
    name,
    validFrom,
    validTo,
    grantedAt: tx.now,
    grantedBy: actingStaff(tx),
    createdAt: tx.now,
  });
  await tell(tx, 'QUALIFICATION_GRANTED', {
    to: [personId],
    params: { qualification: name },
    about: qualification.id,
  });
  return { qualification: qualification.id };
}

/** The person under lock, and then the district that keeps the record. @throws NotFound for who has no child with the caller */
async function lockVolunteer(
  tx: Transaction,
  { guardianId, districtId }: NewQualification,
): Promise<{ personId: string; districtId: string }> {
  await lockPersonOf(tx, guardianId);
  const districts = await tx.query<{ district_id: string; person_id: string }>(sql`
    select distinct sch.district_id, gdn.person_id from ${VOLUNTEERS_CHILDREN} join school sch on sch.id = std.school_id
    where gdn.id = ${guardianId}::uuid and (${districtId}::uuid is null or sch.district_id = ${districtId}::uuid)
      and (sch.id = any(${mine.schoolIds}) or sch.district_id = any(${mine.districtIds}))`);
  const [found, another] = districts;
  if (!found) throw new NotFound();
  if (another) {
    throw new BadUserInput(
      {
        zh: '该家长的孩子分属多个区,请指明 districtId。',
        en: 'The guardian has children in several districts: say which.',
      },
      ['input', 'districtId'],
    );
  }
  return { personId: found.person_id, districtId: found.district_id };
}
