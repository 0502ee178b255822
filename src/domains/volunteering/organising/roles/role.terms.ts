import { optionalText, requiredText, type Transaction } from '../../../../platform/commands/index.ts';
import { BadUserInput, violationOf } from '../../../../platform/errors/index.ts';
import { type RoleTemplate, type Shift, ShiftRole } from '../../model/index.ts';
import { ROLE_RULES } from '../shifts/shift.rules.ts';

const MOST_ROLES = 10;
const MOST_PLACES = 1000;
const LONGEST = { name: 30, description: 300, qualification: 60 } as const;

/** A role as an organiser wants it. */
export interface WantedShiftRole {
  readonly name: string;
  readonly description?: string | null;
  readonly capacity: number;
  readonly minimum: number;
  readonly approvalRequired: boolean;
  readonly qualification?: string | null;
}

/** An organiser's changes of a role; what is left out stays as it is. */
export type RoleChange = Partial<{ readonly [K in keyof WantedShiftRole]: WantedShiftRole[K] | null }>;

function roleName(name: string, path: readonly string[]): string {
  return requiredText(name, { path: [...path, 'name'], longest: LONGEST.name, form: 'TITLE' });
}

function roleText(
  field: 'description' | 'qualification',
  text: string | null | undefined,
  path: readonly string[],
): string | null {
  return optionalText(text, {
    path: [...path, field],
    longest: LONGEST[field],
    form: field === 'description' ? 'PARAGRAPHS' : 'TITLE',
  });
}

/** @throws RuleViolation CAPACITY_RANGE */
export function requirePlaces(
  { capacity, minimum }: Pick<RoleTemplate, 'capacity' | 'minimum'>,
  path: readonly string[],
): void {
  if (capacity < 1 || capacity > MOST_PLACES) throw violationOf(ROLE_RULES, 'CAPACITY_RANGE', [...path, 'capacity']);
  if (minimum < 0 || minimum > capacity)
    throw violationOf(ROLE_RULES, 'CAPACITY_RANGE', [...path, 'minimum'], ['capacity']);
}

/** @throws RuleViolation CAPACITY_RANGE; BadUserInput */
export function roleTerms(wanted: WantedShiftRole, path: readonly string[] = []): RoleTemplate {
  requirePlaces(wanted, path);
  return {
    name: roleName(wanted.name, path),
    description: roleText('description', wanted.description, path),
    capacity: wanted.capacity,
    minimum: wanted.minimum,
    approvalRequired: wanted.approvalRequired,
    qualification: roleText('qualification', wanted.qualification, path),
  };
}

/** @throws RuleViolation CAPACITY_RANGE; BadUserInput, also for a name that one of the others has */
export function changedTerms(
  role: RoleTemplate,
  others: readonly Pick<RoleTemplate, 'name'>[],
  change: RoleChange,
): RoleTemplate {
  const terms = {
    name: change.name == null ? role.name : roleName(change.name, []),
    description: change.description === undefined ? role.description : roleText('description', change.description, []),
    capacity: change.capacity ?? role.capacity,
    minimum: change.minimum ?? role.minimum,
    approvalRequired: change.approvalRequired ?? role.approvalRequired,
    qualification:
      change.qualification === undefined ? role.qualification : roleText('qualification', change.qualification, []),
  };
  requirePlaces(terms, []);
  requireOwnName(others, terms.name, []);
  return terms;
}

/** @throws RuleViolation CAPACITY_RANGE, TOO_MANY_ROLES; BadUserInput where there are none, or two of one name */
export function rolesTerms(wanted: readonly WantedShiftRole[]): RoleTemplate[] {
  if (wanted.length > MOST_ROLES) throw violationOf(ROLE_RULES, 'TOO_MANY_ROLES', ['roles']);
  const terms = wanted.map((each, index) => roleTerms(each, ['roles', String(index)]));
  if (terms.length === 0 || new Set(terms.map(({ name }) => name)).size < terms.length) {
    throw new BadUserInput(
      { zh: '班次至少要有一个岗位,岗位名称不能重复。', en: 'A shift needs at least one role, each of its own name.' },
      ['input', 'roles'],
    );
  }
  return terms;
}

/** @throws RuleViolation TOO_MANY_ROLES; BadUserInput for a name that the shift has already */
export function requireRoomFor(roles: readonly Pick<ShiftRole, 'name'>[], name: string, path: readonly string[]): void {
  if (roles.length >= MOST_ROLES) throw violationOf(ROLE_RULES, 'TOO_MANY_ROLES', path);
  requireOwnName(roles, name, path);
}

function requireOwnName(others: readonly Pick<ShiftRole, 'name'>[], name: string, path: readonly string[]): void {
  if (others.some((each) => each.name === name)) {
    throw new BadUserInput({ zh: '该班次已有同名岗位。', en: 'The shift has a role of this name already.' }, [
      'input',
      ...path,
      'name',
    ]);
  }
}

/** Adds a role to a shift that has these, behind them. */
export function addRole(
  tx: Transaction,
  shift: Shift,
  roles: readonly Pick<ShiftRole, 'ordinal'>[],
  terms: RoleTemplate,
): ShiftRole {
  const ordinal = Math.max(0, ...roles.map((each) => each.ordinal)) + 1;
  return tx.em.create(ShiftRole, { ...terms, shift, ordinal, createdAt: tx.now });
}

/** Gives a new shift its roles, in their order. */
export function addRoles(tx: Transaction, shift: Shift, templates: readonly RoleTemplate[]): void {
  for (const [index, terms] of templates.entries())
    tx.em.create(ShiftRole, { ...terms, shift, ordinal: index + 1, createdAt: tx.now });
}
