import { settledText, type Transaction } from '../../../../platform/commands/index.ts';
import { BadUserInput, RuleViolation } from '../../../../platform/errors/index.ts';
import { requireRevision, requireStanding } from '../activities/activity.locks.ts';
import { type RoleTemplate, SeriesScope, type Shift, type ShiftRole, type ShiftSeries } from '../../model/index.ts';
import type { LockedShift } from '../shifts/shift.locks.ts';
import { continueSeries, seriesTermsOf } from './continue-series.ts';
import { lockManageableSeries, partOf, type WantedPart } from './series.locks.ts';

/*
 * A role of a series and the roles of its shifts belong together by their name, which each has alone in its shift. A shift
 * in which the name is gone has left the others behind, and a change of the series passes it by, like shifts that are
 * detached; of a role that says something else in one shift, that stays as it is there.
 */

export interface SeriesRolesPart extends WantedPart {
  readonly seriesId: string;
  /** That the caller has seen. */
  readonly revision: number;
}

export interface ChangedRoles {
  readonly series: string;
  readonly changedShiftCount: number;
}

/**
 * The series whose roles are to change, and its shifts to come, all locked. From a day on another series begins, so that
 * what is made later for days before it still has the roles of before; shifts that have begun keep theirs anyway.
 * @throws RuleViolation NOTHING_AHEAD, ALREADY_CANCELLED, CONFLICT; NotFound, Forbidden, BadUserInput
 */
export async function openSeriesRoles(
  tx: Transaction,
  { seriesId, revision, ...wanted }: SeriesRolesPart,
): Promise<{ series: ShiftSeries; shifts: readonly LockedShift[] }> {
  const managed = await lockManageableSeries(tx, seriesId);
  requireStanding(managed.activity, ['seriesId']);
  requireRevision(managed.series, revision);
  const part = partOf(tx, managed, wanted);
  const changed = wanted.scope === SeriesScope.ALL ? { ...part, hasPast: false } : part;
  const series = await continueSeries(tx, managed, changed, seriesTermsOf(managed.series, changed));
  for (const { shift } of part.ahead) shift.series = series;
  return { series, shifts: part.ahead };
}

/** @throws BadUserInput where the series has none of this name */
export function templateOf(series: ShiftSeries, name: string): RoleTemplate {
  const found = series.roles.find((each) => each.name === settledText(name, 'TITLE'));
  if (!found)
    throw new BadUserInput({ zh: '该重复班次没有此名称的岗位。', en: 'The series has no role of this name.' }, [
      'input',
      'roleName',
    ]);
  return found;
}

/** The roles of the shifts that are made from a role of their series. */
export function rolesNamed(shifts: readonly LockedShift[], name: string): ShiftRole[] {
  return shifts.flatMap(({ roles }) => roles.filter((role) => role.name === name));
}

const MOST_NAMED = 5;
/** A payload answers so many things at most. */
const MOST_TOLD = 100;

/**
 * Does the same to each shift, and tells how many are different now. Where shifts refuse it, nothing is done, and all that
 * refuse it for the same reason as the first are named.
 * @throws RuleViolation
 */
export async function inEachShift(
  shifts: readonly LockedShift[],
  work: (shift: LockedShift) => boolean | Promise<boolean>,
): Promise<number> {
  const refused: { readonly shift: Shift; readonly violation: RuleViolation }[] = [];
  let changed = 0;
  for (const each of shifts) {
    try {
      if (await work(each)) changed += 1;
    } catch (error) {
      if (!(error instanceof RuleViolation)) throw error;
      refused.push({ shift: each.shift, violation: error });
    }
  }
  const [first] = refused;
  if (first)
    throw namingShifts(
      first.violation,
      refused.filter(({ violation }) => violation.code === first.violation.code).map(({ shift }) => shift),
    );
  return changed;
}

function namingShifts({ code, sentence: { zh, en }, path }: RuleViolation, shifts: readonly Shift[]): RuleViolation {
  const days = shifts.slice(0, MOST_NAMED).map(({ seriesDate }) => seriesDate!);
  const more = shifts.length > days.length;
  const sentence = {
    zh: `${zh.replace(/。$/, '')}:${days.map(inChinese).join('、')}${more ? `等${shifts.length}个班次` : ''}。`,
    en: `${en.replace(/\.$/, '')}: ${days.join(', ')}${more ? ` and ${shifts.length - days.length} more` : ''}.`,
  };
  return new RuleViolation(code, sentence, path, { refusedShifts: shifts.slice(0, MOST_TOLD).map(({ id }) => id) });
}

function inChinese(day: string): string {
  const [, month, date] = day.split('-').map(Number);
  return `${month}月${date}日`;
}
