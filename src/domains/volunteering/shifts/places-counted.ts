import type { TriggerDef } from '@mikro-orm/core';

/*
 * `shift_role.places_taken` is counted by PostgreSQL, from the rows: confirmed sign-ups and offers for which a free place
 * is held. Whoever writes such a row, whether they have locked the role or not, has the role counted anew at the end of
 * the statement, under its lock; so writers that know nothing of one another queue there, each sees what the one before
 * has committed, and the check of the role refuses the place too many. Whatever else is written as the counter is
 * replaced by the count. The functions stand in the migration that brought them.
 */

const ROWS = { insert: 'new table as after_rows', update: 'old table as before_rows new table as after_rows', delete: 'old table as before_rows' } as const;

/** Once for each statement that writes rows of a table in which places are taken. */
export function takesPlaces(table: 'signup' | 'waitlist_entry', event: keyof typeof ROWS): TriggerDef {
  const name = `${table}_places_${event}`;
  return {
    name, timing: 'after', events: [event], forEach: 'statement',
    expression: `create trigger "${name}" after ${event} on "${table}" referencing ${ROWS[event]} for each statement execute function ${table}_places_changed()`,
  };
}

/** The counter of a role says what there is. */
export const placesAreCounted: TriggerDef = {
  name: 'shift_role_places_counted', timing: 'before', events: ['insert', 'update'],
  expression: 'create trigger "shift_role_places_counted" before insert or update of places_taken on "shift_role" for each row execute function places_of_role_counted()',
};
