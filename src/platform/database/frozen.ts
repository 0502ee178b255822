import type { TriggerDef } from '@mikro-orm/core';

/**
 * Bodies of triggers that run after a row was written, by which what has been published stays as it was. They hold for
 * every writer, whichever way it comes to the table; a violation is a check violation (23514) that names its
 * constraint.
 */

const RAISE = 'raise exception';
const OLDER_MAY_GO = `if tg_op = 'DELETE' and old.created_at <`;

/** A statement of a trigger that refuses what its row was written for. */
export function refusal(constraint: string, message: string): string {
  return `${RAISE} using errcode = 'check_violation', constraint = '${constraint}', table = tg_table_name, message = '${message}'`;
}

/** For logs: rows are only ever added, and those that are older than half a year may be deleted. The law asks for six months. */
export function olderStays(constraint: string, message: string): string {
  return `${OLDER_MAY_GO} now() - interval '184 days' then return old; end if; ${refusal(constraint, message)}`;
}

/** For editions: past DRAFT, only the columns that tell how the edition ended may change, and it never goes back or away. */
export function editionStays(constraint: string, changeable: readonly string[]): string {
  const rest = (row: string): string =>
    `to_jsonb(${row}) - array[${changeable.map((column) => `'${column}'`).join(', ')}]`;
  return `
    if old.status <> 'DRAFT' and (tg_op = 'DELETE' or new.status = 'DRAFT' or ${rest('new')} is distinct from ${rest('old')}) then
      ${refusal(constraint, 'a published edition does not change')};
    end if;
    return null`;
}

/** For what an edition consists of: it is written while the edition is a draft. The lock keeps a publication from overtaking it. */
export function partStays(constraint: string, edition: { readonly table: string; readonly key: string }): string {
  const whole = `${edition.table} e where e.id in (old.${edition.key}, new.${edition.key})`;
  return `
    perform 1 from ${whole} order by e.id for share;
    if exists (select 1 from ${whole} and e.status <> 'DRAFT') then
      ${refusal(constraint, 'parts of a published edition do not change')};
    end if;
    return null`;
}

/** Events that a trigger refuses whatever the row: nobody need be granted them. */
export function refusesAlways({ events, when, body }: TriggerDef): readonly TriggerDef['events'][number][] {
  if (typeof body !== 'string' || when !== undefined) return [];
  if (body.startsWith(RAISE)) return events;
  return body.startsWith(OLDER_MAY_GO) ? events.filter((event) => event !== 'delete') : [];
}
