/**
 * The version of all rights, as SQL. Whatever a viewer is made of changes together with it, in the same transaction: what was
 * read of a viewer under a version holds as long as that is the version. It is a random value for each change and no count:
 * a database that is restored, or taken over by one that lacks the last changes, never comes to the same version again for
 * other rights.
 */
export const RIGHTS_VERSION = '(select version from rights_version)';

export interface ChangesRights {
  readonly name: string;
  readonly timing: 'after';
  readonly events: ('insert' | 'update' | 'delete')[];
  readonly expression: string;
}

/**
 * A trigger for a table that rights are read from. It waits for the commit, so that those who change rights at the same time
 * queue for no longer than a commit takes.
 * @param events the changes that matter, e.g. `update of status or delete`
 */
export function changesRights(table: string, events = 'insert or update or delete'): ChangesRights {
  const name = `${table}_changes_rights`;
  return {
    name,
    timing: 'after',
    events: (['insert', 'update', 'delete'] as const).filter((event) => events.includes(event)),
    expression: `create constraint trigger "${name}" after ${events} on "${table}" deferrable initially deferred for each row execute function rights_changed()`,
  };
}
