import { together } from './while-in-use.ts';

/*
 * What was told of a thing is shown to nobody any more once the thing is over, or another: PostgreSQL sees to it, whoever changes the thing.
 */

/** Of whom, of what, and which kinds, as PostgreSQL reads them; where it says so, only then. */
export type Ending = readonly [persons: string, things: string, kinds: readonly string[], only?: string];

export interface Follows {
  readonly table: string;
  /** Where one table has several. */
  readonly name?: string;
  readonly on: string;
  readonly when?: string;
  readonly ends: readonly Ending[];
  /** Statements beside: what was told says what is right by now. */
  readonly says?: readonly string[];
}

const named = ({ table, name = table }: Follows): string => `news_follow_${name}`;

/** Kinds of volunteering are named without their domain. */
export const kindsOf = (kinds: readonly string[]): string =>
  kinds.map((kind) => (kind.includes('.') ? `'${kind}'` : `'volunteering.${kind}'`)).join(', ');

/** As whatever is decided is settled: in the order of those who were told, and the key is free. */
function settled([persons, things, kinds, only = 'true']: Ending): string {
  return `update notice set rests_on = '{}', dedupe_key = notice.dedupe_key || '/' || notice.id from (
          select ntc.id from notice ntc where ${only} and ntc.person_id = any(${persons}) and ntc.kind in (${kindsOf(kinds)})
            and ntc.about_id = any(${things}) and ntc.rests_on is distinct from '{}' order by ntc.person_id, ntc.id for no key update of ntc) told where notice.id = told.id;`;
}

/** Function and trigger, in the place of those that there may be. */
export function following(each: Follows): string {
  return together(
    `create or replace function ${named(each)}() returns trigger as $$ begin
        ${[...each.ends.map(settled), ...(each.says ?? [])].join('\n        ')}
        return null;
      end; $$ language plpgsql;`,
    `create or replace trigger "${named(each)}" after ${each.on} on "${each.table}" for each row${each.when === undefined ? '' : ` when (${each.when})`} execute function ${named(each)}();`,
  );
}

export function followingNoMore(each: Follows): string {
  return together(`drop trigger "${named(each)}" on "${each.table}";`, `drop function ${named(each)}();`);
}
