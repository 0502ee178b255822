import type { Transaction } from '../../../../platform/commands/index.ts';
import { violationOf } from '../../../../platform/errors/index.ts';
import { changeRole, rolesWithVolunteers } from '../roles/change-role.ts';
import { changedTerms, requirePlaces, type RoleChange } from '../roles/role.terms.ts';
import type { RoleTemplate, ShiftRole } from '../../model/index.ts';
import {
  inEachShift,
  openSeriesRoles,
  rolesNamed,
  templateOf,
  type ChangedRoles,
  type SeriesRolesPart,
} from './series-roles.ts';
import { SERIES_ROLE_RULES } from './series.rules.ts';

export interface SeriesRoleChange extends SeriesRolesPart, RoleChange {
  /** As the series calls it now. */
  readonly roleName: string;
}

/**
 * Changes what a role of a series says and how many places it has, in its shifts to come and in those that it will make.
 * More places go to each waiting list first; fewer are refused wherever more have a place already.
 * @throws RuleViolation CAPACITY_RANGE, CAPACITY_BELOW_CONFIRMED, HAS_SIGNUPS, NAME_TAKEN, NOTHING_AHEAD, ALREADY_CANCELLED, CONFLICT; NotFound, Forbidden, BadUserInput
 */
export async function updateShiftSeriesRole(
  tx: Transaction,
  { seriesId, revision, scope, from, roleName, ...change }: SeriesRoleChange,
): Promise<ChangedRoles> {
  const { series, shifts } = await openSeriesRoles(tx, { seriesId, revision, scope, from: from ?? null });
  const before = templateOf(series, roleName);
  const after = changedTerms(
    before,
    series.roles.filter((each) => each !== before),
    change,
  );
  series.roles = series.roles.map((each) => (each === before ? after : each));

  const withVolunteers = await rolesWithVolunteers(tx, rolesNamed(shifts, before.name));
  const changedShiftCount = await inEachShift(shifts, async ({ shift, roles }) => {
    const role = roles.find(({ name }) => name === before.name);
    if (!role) return false;
    const terms = followed(role, before, after);
    if (same(role, terms)) return false;
    requirePlaces(terms, []);
    if (roles.some((each) => each !== role && each.name === terms.name))
      throw violationOf(SERIES_ROLE_RULES, 'NAME_TAKEN', ['name']);
    if (withVolunteers.has(role.id)) await changeRole(tx, shift, role, terms, []);
    else Object.assign(role, terms);
    return true;
  });
  return { series: series.id, changedShiftCount };
}

/** The terms of one shift's role after the change: what was changed for this shift alone stays. */
function followed(role: ShiftRole, before: RoleTemplate, after: RoleTemplate): RoleTemplate {
  const next = <K extends keyof RoleTemplate>(field: K): RoleTemplate[K] =>
    role[field] === before[field] ? after[field] : role[field];
  return {
    name: next('name'),
    description: next('description'),
    capacity: next('capacity'),
    minimum: next('minimum'),
    approvalRequired: next('approvalRequired'),
    qualification: next('qualification'),
  };
}

function same(role: ShiftRole, terms: RoleTemplate): boolean {
  return (Object.keys(terms) as (keyof RoleTemplate)[]).every((field) => role[field] === terms[field]);
}
