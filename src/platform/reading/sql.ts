import sql, { empty, join, raw, Sql } from 'sql-template-tag';
import { rightKeysOf } from '../auth/right-keys.ts';
import type { Viewer } from '../auth/viewer.ts';

export { empty, join, raw, sql, Sql };

/** The name under which a row of a table stands in a statement. */
export type Alias = Sql;

/** What a statement may depend on when it is run, besides its own arguments. */
export interface Run {
  readonly viewer: Viewer;
  readonly now: Date;
  /** The rows that are asked for, or the parents whose children are. */
  readonly keys?: readonly string[];
  /** Rows wanted of each parent. */
  readonly take?: number;
}

/**
 * A parameter whose value is known only when the statement is run. A statement that names the viewer by such
 * parameters alone has one text for every viewer, so it is planned once and its text can be kept.
 */
export class Late {
  readonly name: string;
  readonly value: (run: Run) => unknown;
  constructor(name: string, value: (run: Run) => unknown) {
    this.name = name;
    this.value = value;
  }
}

const late = (name: string, type: string, value: (run: Run) => unknown): Sql =>
  sql`${new Late(name, value)}${raw(`::${type}`)}`;

const written = new WeakMap<readonly string[], string>();

/** A viewer is remembered for many requests: their ids are written down for PostgreSQL once. */
function ownIds(name: string, type: 'uuid[]' | 'text[]', of: (viewer: Viewer) => readonly string[]): Sql {
  return late(name, type, ({ viewer }) => {
    const ids = of(viewer);
    let text = written.get(ids);
    if (text === undefined)
      written.set(ids, (text = `{${ids.map((id) => `"${id.replace(/["\\]/g, '\\$&')}"`).join()}}`));
    return text;
  });
}

/** The viewer's own ids, for use in conditions: `${row}.class_id = any(${mine.classIds})`. */
export const mine = {
  accountId: late('accountId', 'uuid', (run) => run.viewer.accountId),
  sessionId: late('sessionId', 'uuid', (run) => run.viewer.sessionId),
  personId: late('personId', 'uuid', (run) => run.viewer.personId),
  guardianId: late('guardianId', 'uuid', (run) => run.viewer.guardianId),
  /** Whose own case it is: see `isOwnCase`. */
  ownPersonIds: ownIds('ownPersonIds', 'uuid[]', (viewer) => viewer.ownPersonIds),
  staffId: late('staffId', 'uuid', (run) => run.viewer.staffId),
  serviceTokenId: late('serviceTokenId', 'uuid', (run) => run.viewer.serviceTokenId),
  /** The roles that the viewer acts by; of a service token the one that it rests on. */
  assignmentIds: ownIds('assignmentIds', 'uuid[]', (viewer) => viewer.assignments.map(({ id }) => id)),
  studentIds: ownIds('studentIds', 'uuid[]', (viewer) => viewer.studentIds),
  householdIds: ownIds('householdIds', 'uuid[]', (viewer) => viewer.householdIds),
  childClassIds: ownIds('childClassIds', 'uuid[]', (viewer) => viewer.childClassIds),
  childSchoolIds: ownIds('childSchoolIds', 'uuid[]', (viewer) => viewer.childSchoolIds),
  childDistrictIds: ownIds('childDistrictIds', 'uuid[]', (viewer) => viewer.childDistrictIds),
  audienceKeys: ownIds('audienceKeys', 'text[]', (viewer) => viewer.audienceKeys),
  /** What rows that name the rights they rest on are compared with (see `heldByMe`). */
  rightKeys: ownIds('rightKeys', 'text[]', rightKeysOf),
  classIds: ownIds('classIds', 'uuid[]', (viewer) => viewer.classIds),
  schoolIds: ownIds('schoolIds', 'uuid[]', (viewer) => viewer.schoolIds),
  staffSchoolIds: ownIds('staffSchoolIds', 'uuid[]', (viewer) => viewer.staffSchoolIds),
  staffDistrictIds: ownIds('staffDistrictIds', 'uuid[]', (viewer) => viewer.staffDistrictIds),
  districtIds: ownIds('districtIds', 'uuid[]', (viewer) => viewer.districtIds),
  analystDistrictIds: ownIds('analystDistrictIds', 'uuid[]', (viewer) => viewer.analystDistrictIds),
  auditedSchoolIds: ownIds('auditedSchoolIds', 'uuid[]', (viewer) => viewer.auditedSchoolIds),
  auditedDistrictIds: ownIds('auditedDistrictIds', 'uuid[]', (viewer) => viewer.auditedDistrictIds),
} as const;

/** True where a row rests on no right, or on one that the viewer holds. */
export function heldByMe(row: Alias, column: 'rests_on' | 'names_rest_on' = 'rests_on'): Sql {
  return sql`(${row}.${raw(column)} is null or ${row}.${raw(column)} && ${mine.rightKeys})`;
}

/** The clock of the request. */
export const now: Sql = late('now', 'timestamptz', (run) => run.now);

/** The day of the request, by the calendar of Asia/Shanghai. */
export const today: Sql = sql`(${now} at time zone 'Asia/Shanghai')::date`;

export const always: Sql = raw('true');
export const never: Sql = raw('false');

/** True where at least one condition is; `never` where there is none. */
export function anyOf(conditions: readonly (Sql | false | null | undefined)[]): Sql {
  const given = conditions.filter((each): each is Sql => Boolean(each));
  if (given.includes(always)) return always;
  const rest = given.filter((each) => each !== never);
  return rest.length === 0 ? never : rest.length === 1 ? rest[0]! : join(rest, ' or ', '(', ')');
}

/** A condition about another row, looked up for this one: where it holds of none, nothing is looked up. */
export function unlessNever(condition: Sql, lookedUp: (condition: Sql) => Sql): Sql {
  return condition === never ? never : lookedUp(condition);
}

/** True where every condition is; `always` where there is none, and `never` where one is. */
export function allOf(conditions: readonly (Sql | false | null | undefined)[]): Sql {
  const given = conditions.filter((each): each is Sql => Boolean(each) && each !== always);
  if (given.includes(never)) return never;
  return given.length === 0 ? always : given.length === 1 ? given[0]! : join(given, ' and ', '(', ')');
}

export const theKeys: Sql = late('keys', 'uuid[]', (run) => run.keys);
export const take: Sql = late('take', 'int', (run) => run.take);

/** A statement whose text is settled; its values are taken when it is run. */
export interface Prepared {
  readonly text: string;
  readonly values: (run: Run) => unknown[];
  /** Of each parameter, the first one first, its name; undefined for one whose value is settled. */
  readonly names: readonly (string | undefined)[];
}

/** Numbers the parameters; a late parameter that is named twice is sent once. */
export function prepare(query: Sql): Prepared {
  let text = query.strings[0]!;
  const sources: unknown[] = [];
  const numbers = new Map<Late, number>();
  for (const [index, value] of query.values.entries()) {
    let number = value instanceof Late ? numbers.get(value) : undefined;
    if (number === undefined) {
      number = sources.push(value);
      if (value instanceof Late) numbers.set(value, number);
    }
    text += `$${number}${query.strings[index + 1]!}`;
  }
  return {
    text,
    values: (run) => sources.map((source) => (source instanceof Late ? source.value(run) : source)),
    names: sources.map((source) => (source instanceof Late ? source.name : undefined)),
  };
}
