import type { Transaction } from '../../../platform/commands/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { districtIAdminister } from '../administration/administration.nodes.ts';
import { contactGiven } from './contacts.ts';

export interface DistrictChange {
  readonly districtId: string;
  /** Left out, it stays; null takes it off the record. */
  readonly contact: string | null | undefined;
}

/** @throws NotFound, RuleViolation, BadUserInput */
export async function updateDistrict(
  tx: Transaction,
  { districtId, contact }: DistrictChange,
): Promise<{ district: string }> {
  const given = contactGiven(contact);
  const district = await districtIAdminister(tx, districtId, sql`no key update`);
  if (given !== undefined) district.contact = given;
  return { district: district.id };
}
