import type { TriggerDef } from '@mikro-orm/core';

type Event = 'insert' | 'update';

interface KeptBy {
  /** Name of the trigger, and of the constraint that PostgreSQL names in its refusal. */
  readonly name: string;
  readonly table: string;
  /** As in `insert or update of status`. */
  readonly on: string;
  /** Looked at when all of a transaction is written. */
  readonly atCommit?: boolean;
  /** Where the function looks at the row at all. */
  readonly when?: string;
  /** A function that several tables share, with its arguments; else the one of the trigger's own name. */
  readonly by?: string;
}

/** A rule about a row that was written and its neighbours, kept by a function that stands in the migration which brought it. */
export function keptBy({ name, table, on, atCommit = false, when, by = `${name}()` }: KeptBy): TriggerDef {
  const constraint = atCommit ? 'constraint ' : '';
  return {
    name,
    timing: 'after',
    events: (['insert', 'update'] satisfies Event[]).filter((event) => on.includes(event)),
    expression: `create ${constraint}trigger "${name}" after ${on} on "${table}"${atCommit ? ' deferrable initially deferred' : ''} for each row${when === undefined ? '' : ` when (${when})`} execute function ${by}`,
  };
}

/** How the names of those rules end by which nobody decides on what is their own. */
export const DECIDED_BY_ANOTHER = '_decided_by_another';

/** PostgreSQL refuses a row that names as its decider somebody who is a person whose it is. */
export function decidedByAnother(table: string, ...columns: readonly string[]): TriggerDef {
  return keptBy({
    name: `${table}${DECIDED_BY_ANOTHER}`,
    table,
    on: `insert or update of ${columns.join(', ')}`,
    when: columns.map((column) => `new.${column} is not null`).join(' or '),
    by: `decided_by_another(${columns.map((column) => `'${column}'`).join(', ')})`,
  });
}

/** PostgreSQL writes columns that follow from others before the row is stored. */
export function writtenBefore({
  name,
  table,
  on,
  when,
  by = `${name}()`,
}: Required<Pick<KeptBy, 'name' | 'table' | 'on' | 'when'>> & Pick<KeptBy, 'by'>): TriggerDef {
  return {
    name,
    timing: 'before',
    events: (['insert', 'update'] satisfies Event[]).filter((event) => on.includes(event)),
    expression: `create trigger "${name}" before ${on} on "${table}" for each row when (${when}) execute function ${by}`,
  };
}
