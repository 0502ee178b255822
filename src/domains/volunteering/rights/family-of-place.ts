import type { Transaction } from '../../../platform/commands/index.ts';
import { join, now, raw, sql, type Sql } from '../../../platform/reading/index.ts';
import { householdsWithOwnChild } from '../../people/index.ts';
import { ACTIVE_SIGNUP, ENTRY_IN_LINE } from '../model/index.ts';

const STANDING = { signup: raw(ACTIVE_SIGNUP), waitlist_entry: raw(ENTRY_IN_LINE) } as const;
const tables = Object.keys(STANDING) as (keyof typeof STANDING)[];

/** A place of a shift to come, or one that is waited for, that names a family in which the guardian has no child any more. */
const foreign = (
  table: keyof typeof STANDING,
  personIds: Sql,
): Sql => sql`select plc.id, plc.person_id from ${raw(table)} plc join shift sft on sft.id = plc.shift_id
  where plc.person_id = any(${personIds}) and plc.household_id is not null and plc.status in ${STANDING[table]} and sft.status = 'SCHEDULED' and sft.starts_at > ${now}
    and not plc.household_id = any(${householdsWithOwnChild(sql`plc.guardian_id`)})`;

export const foreignFamilies = (personIds: Sql): Sql =>
  join(
    tables.map((table) => foreign(table, personIds)),
    ' union all ',
  );

/**
 * Where somebody keeps a place though they have lost the family that it was for, it is for the one that they have: nobody counts or
 * reads of a family what somebody does who is none of it. What is running or past was for the family of then.
 */
export async function standForOwnFamily(tx: Transaction, personIds: readonly string[]): Promise<void> {
  for (const table of tables) {
    await tx.query(sql`with own as (select plc.id, ${householdsWithOwnChild(sql`plc.guardian_id`)} as homes from ${raw(table)} plc
        where plc.id in (select lost.id from (${foreign(table, sql`${[...personIds]}::uuid[]`)}) lost))
      update ${raw(table)} plc set household_id = case when cardinality(own.homes) = 1 then own.homes[1] end from own where plc.id = own.id`);
  }
}
