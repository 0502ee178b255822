import type { Transaction } from '../../../platform/commands/index.ts';
import { sql, type Sql } from '../../../platform/reading/index.ts';
import { mine } from '../viewer/mine.facts.ts';

/*
 * The fixed order of whoever ends or changes roles: all roles by id, those that the caller acts by and those that end together → the
 * district, where its last administrator might go → schools, school years, classes, pupils → persons and what is theirs. Every command
 * of the staff holds the roles that it acts by from its beginning (`holdRightsAtWork`), so two who held theirs and then waited for
 * those of one another would wait for ever.
 */

/**
 * Roles within reach of the caller that a command ends or changes, by a condition on `ass`: the very first lock of such a command. The
 * roles that the caller acts by are shared, as ever: what else they do at this moment is not waited for.
 */
export async function lockRoles(tx: Transaction, those: Sql): Promise<void> {
  await tx.query(sql`select count(ends.id), count(stays.id) from (
      select role.id, bool_or(role.ends) as ends from (
        select own.id, false as ends from staff_assignment own where own.id = any(${mine.assignmentIds})
        union all select ass.id, true from staff_assignment ass where ${those} and ass.ended_at is null and (ass.school_id = any(${mine.schoolIds}) or ass.district_id = any(${mine.districtIds}))
      ) role group by role.id order by role.id) role
    left join lateral (select ass.id from staff_assignment ass where ass.id = role.id and role.ends for no key update) ends on true
    left join lateral (select ass.id from staff_assignment ass where ass.id = role.id and not role.ends for share) stays on true`);
}
