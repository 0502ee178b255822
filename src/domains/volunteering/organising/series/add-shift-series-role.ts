import type { Transaction } from '../../../../platform/commands/index.ts';
import { addRole, requireRoomFor, roleTerms, type WantedShiftRole } from '../roles/role.terms.ts';
import { inEachShift, openSeriesRoles, type ChangedRoles, type SeriesRolesPart } from './series-roles.ts';

/**
 * Adds something to do to the shifts to come of a series, and to those that it will make.
 * @throws RuleViolation CAPACITY_RANGE, TOO_MANY_ROLES, NOTHING_AHEAD, ALREADY_CANCELLED, CONFLICT; NotFound, Forbidden, BadUserInput
 */
export async function addShiftSeriesRole(
  tx: Transaction,
  { seriesId, revision, scope, from, ...wanted }: SeriesRolesPart & WantedShiftRole,
): Promise<ChangedRoles> {
  const terms = roleTerms(wanted);
  const { series, shifts } = await openSeriesRoles(tx, { seriesId, revision, scope, from: from ?? null });
  requireRoomFor(series.roles, terms.name, []);
  series.roles = [...series.roles, terms];
  const changedShiftCount = await inEachShift(shifts, ({ shift, roles }) => {
    if (roles.some(({ name }) => name === terms.name)) return false;
    requireRoomFor(roles, terms.name, []);
    addRole(tx, shift, roles, terms);
    return true;
  });
  return { series: series.id, changedShiftCount };
}
