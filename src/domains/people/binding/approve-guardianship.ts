import { shanghaiDay } from '../../../platform/calendar/index.ts';
import type { Transaction } from '../../../platform/commands/index.ts';
import { violationOf } from '../../../platform/errors/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { GuardianshipStatus } from '../families/guardianship.entity.ts';
import type { Guardian } from '../families/guardian.entity.ts';
import { HouseholdGuardian, HouseholdStudent } from '../families/household-membership.entity.ts';
import { Household } from '../families/household.entity.ts';
import { householdsWithOwnChild } from '../own-children.access.ts';
import { rightsRegained } from '../rights/rights-ended.ts';
import { tellOfDecidedGuardian } from '../telling/tell-of-guardians.ts';
import { decideTie } from './decide-tie.ts';
import { lockPersonOf, takeRequestedName } from './guardian-names.ts';
import { lockTieInMyCare, type TieInMyCare } from './binding.locks.ts';
import { DECIDE_RULES, type DecideRule } from './binding.rules.ts';

export interface Approval {
  readonly guardianshipId: string;
  readonly legal: boolean;
  readonly primaryContact: boolean;
  /** The household that the guardian joins, where the pupil lives in two. */
  readonly householdId: string | null;
}

const MOST_HOUSEHOLDS = 2;

/**
 * Puts a guardianship in force. The guardian then belongs to a household of the pupil: the one that is there, a second
 * one for who lives apart, or a new one for the first guardian. What had ended for want of a guardian is there again.
 * @throws NotFound where the pupil is not in the caller's care, RuleViolation
 */
export async function approveGuardianship(
  tx: Transaction,
  { guardianshipId, legal, primaryContact, householdId }: Approval,
): Promise<{ guardianship: string; household: string }> {
  const found = await lockTieInMyCare(tx, guardianshipId);
  const { tie, own } = found;
  if (own !== null) throw violationOf(DECIDE_RULES, own === 'TIE' ? 'OWN_REQUEST' : 'OWN_CHILD', ['guardianshipId']);
  if (tie.status !== GuardianshipStatus.PENDING) throw violationOf(DECIDE_RULES, 'NOT_PENDING', ['guardianshipId']);
  if (found.student.leftOn !== null) throw violationOf(DECIDE_RULES, 'LEFT_SCHOOL', ['guardianshipId']);
  await lockPersonOf(tx, tie.guardian.id);
  await takeRequestedName(tx, tie);
  const household = await householdFor(tx, found, householdId);
  tie.status = GuardianshipStatus.ACTIVE;
  tie.legal = legal;
  tie.primaryContact = primaryContact;
  // One that waited for who knows the guardian, as they sign in anew, goes on as it was.
  if (tie.recoveredAt === null) {
    tie.dataAccess = true;
    tie.validFrom = shanghaiDay(tx.now);
  }
  decideTie(tx, tie, { reason: null, ofBlock: false });
  await tellOfDecidedGuardian(tx, tie, 'APPROVED');
  await rightsRegained(tx, { guardianIds: [tie.guardian.id] });
  return { guardianship: tie.id, household };
}

async function householdFor(tx: Transaction, { tie, student }: TieInMyCare, chosen: string | null): Promise<string> {
  const refused = (rule: DecideRule): Error => violationOf(DECIDE_RULES, rule, ['householdId']);
  const homes = await tx.query<{ id: string; mine: boolean }>(sql`select hst.household_id as id,
      exists (select 1 from household_guardian hgd where hgd.household_id = hst.household_id and hgd.guardian_id = ${tie.guardian.id}) as mine
    from household_student hst where hst.student_id = ${student.id} order by hst.household_id`);
  if (chosen !== null && !homes.some(({ id }) => id === chosen)) throw refused('HOUSEHOLD_OF_OTHERS');
  const already = homes.find((home) => home.mine);
  if (already && chosen === null) return already.id;
  if (chosen === null && (homes.length === 0 || tie.livesApart)) {
    if (homes.length === MOST_HOUSEHOLDS) throw refused('TOO_MANY_HOUSEHOLDS');
    const home = (await onlyHouseholdOf(tx, tie.guardian.id)) ?? newHousehold(tx, tie.guardian);
    tx.em.create(HouseholdStudent, { household: tx.em.getReference(Household, home), student, createdAt: tx.now });
    return home;
  }
  const joined = chosen ?? (homes.length === 1 ? homes[0]!.id : undefined);
  if (joined === undefined) throw refused('HOUSEHOLD_NEEDED');
  if (joined !== already?.id)
    tx.em.create(HouseholdGuardian, {
      household: tx.em.getReference(Household, joined),
      guardian: tie.guardian,
      createdAt: tx.now,
    });
  return joined;
}

/** A second child of a family comes into the household of the first, where the guardian has a child today. Under the lock of the person: two that come at once find one. */
async function onlyHouseholdOf(tx: Transaction, guardianId: string): Promise<string | undefined> {
  const homes = await tx.query<{ id: string }>(
    sql`select home.id from unnest(${householdsWithOwnChild(sql`${guardianId}::uuid`)}) as home(id) limit 2`,
  );
  return homes.length === 1 ? homes[0]!.id : undefined;
}

function newHousehold(tx: Transaction, guardian: Guardian): string {
  const household = tx.em.create(Household, { createdAt: tx.now });
  tx.em.create(HouseholdGuardian, { household, guardian, createdAt: tx.now });
  return household.id;
}
