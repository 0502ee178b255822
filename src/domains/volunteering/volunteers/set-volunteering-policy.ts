import type { Transaction } from '../../../platform/commands/index.ts';
import { Forbidden, NotFound, violationOf } from '../../../platform/errors/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { District } from '../../people/index.ts';
import { defaultTerms, type PolicyTerms } from './policy.ts';
import { POLICY_RULES } from './volunteers.rules.ts';
import { VolunteeringPolicy } from '../model/index.ts';

/** The values that a district may set; the checks of the table say the same. */
const RANGES: { readonly [Term in keyof PolicyTerms]: readonly [number, number] } = {
  offerMinutes: [1, 10_080],
  noShowLimit: [1, 100],
  noShowWindowDays: [1, 1000],
  suspensionDays: [1, 1000],
  checkInEarlyMinutes: [0, 240],
  reportWithinHours: [1, 720],
};

export type ChangedTerms = { readonly [Term in keyof PolicyTerms]?: number | null };

/**
 * Sets rules of a district; those that are left out stay. What was offered, checked in or suspended by then stands as it is.
 * @param districtId bare id of the district
 * @throws RuleViolation, NotFound, Forbidden
 */
export async function setVolunteeringPolicy(
  tx: Transaction,
  { districtId, ...wanted }: ChangedTerms & { readonly districtId: string },
): Promise<{ district: string }> {
  const changed = Object.fromEntries(
    termNames.flatMap((term) => (wanted[term] == null ? [] : [[term, inRange(term, wanted[term])]])),
  );
  await lockDistrict(tx, districtId);
  const own = await tx.em.findOne(VolunteeringPolicy, { district: districtId });
  if (own) tx.em.assign(own, changed);
  else
    tx.em.create(VolunteeringPolicy, {
      district: tx.em.getReference(District, districtId),
      ...defaultTerms,
      ...changed,
      createdAt: tx.now,
    });
  return { district: districtId };
}

const termNames = Object.keys(RANGES) as (keyof PolicyTerms)[];

function inRange(term: keyof PolicyTerms, value: number): number {
  const [least, most] = RANGES[term];
  if (value < least || value > most) throw violationOf(POLICY_RULES, 'OUT_OF_RANGE', [term]);
  return value;
}

async function lockDistrict(tx: Transaction, id: string): Promise<void> {
  const [found] = await tx.query(sql`select dis.id from district dis where dis.id = ${id}::uuid for no key update`);
  if (!found) throw new NotFound();
  if (!tx.viewer.districtIds.includes(id)) throw new Forbidden();
}
