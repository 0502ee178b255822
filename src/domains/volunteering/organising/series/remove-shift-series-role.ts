import type { Transaction } from '../../../../platform/commands/index.ts';
import { violationOf } from '../../../../platform/errors/index.ts';
import { rolesWithHistory } from '../roles/change-role.ts';
import { REMOVE_ROLE_RULES } from '../shifts/shift.rules.ts';
import {
  inEachShift,
  openSeriesRoles,
  rolesNamed,
  templateOf,
  type ChangedRoles,
  type SeriesRolesPart,
} from './series-roles.ts';

/**
 * Takes a role out of the shifts to come of a series, and out of those that it will make. Nobody has ever signed up for it there.
 * @throws RuleViolation HAS_SIGNUPS, LAST_ROLE, NOTHING_AHEAD, ALREADY_CANCELLED, CONFLICT; NotFound, Forbidden, BadUserInput
 */
export async function removeShiftSeriesRole(
  tx: Transaction,
  { roleName, ...wanted }: SeriesRolesPart & { readonly roleName: string },
): Promise<ChangedRoles> {
  const { series, shifts } = await openSeriesRoles(tx, wanted);
  const template = templateOf(series, roleName);
  if (series.roles.length === 1) throw violationOf(REMOVE_ROLE_RULES, 'LAST_ROLE', ['roleName']);
  series.roles = series.roles.filter((each) => each !== template);

  const withHistory = await rolesWithHistory(tx, rolesNamed(shifts, template.name));
  const changedShiftCount = await inEachShift(shifts, ({ roles }) => {
    const role = roles.find(({ name }) => name === template.name);
    if (!role) return false;
    if (roles.length === 1) throw violationOf(REMOVE_ROLE_RULES, 'LAST_ROLE', ['roleName']);
    if (withHistory.has(role.id)) throw violationOf(REMOVE_ROLE_RULES, 'HAS_SIGNUPS', ['roleName']);
    tx.em.remove(role);
    return true;
  });
  return { series: series.id, changedShiftCount };
}
