import type { EntityMetadata } from '@mikro-orm/core';
import { CHANGES } from '../../src/platform/database/index.ts';
import { refusals } from './refusals.ts';

/*
 * Rules of the database that want a case each: exclusions, checks, triggers and what is unique under a condition. Enumerations
 * are kept by their types; triggers that tell of changes, count places or let rows follow others refuse nothing by themselves
 * (`tellsOfChange`, `takesPlaces`), and what one that waits for the commit refuses is tested where it commits.
 */

const OF_AN_ENUM = '_check$';
const FOLLOWS = '_(places|follow)_';

/** By the catalogue of PostgreSQL; `$1` and `$2` and `$3` are the patterns above and the trigger that tells of changes. */
export const RULES_THERE = {
  text: `
    select conname as name from pg_constraint
    where connamespace = 'public'::regnamespace and (contype = 'x' or (contype = 'c' and conname !~ $1))
    union select indexrelid::regclass::text from pg_index join pg_class on oid = indrelid
    where relnamespace = 'public'::regnamespace and indisunique and indpred is not null
    union select tgname from pg_trigger where not tgisinternal and not tgdeferrable and tgname !~ $2 and tgname <> $3
    order by name`,
  values: [OF_AN_ENUM, FOLLOWS, CHANGES.trigger],
};

/** By what stands on the entities: no database is asked. */
export function declaredRules(entities: Iterable<EntityMetadata>): string[] {
  const matches = (pattern: string) => (name: string) => new RegExp(pattern).test(name);
  return [...entities]
    .flatMap(({ checks, uniques, triggers }) => [
      ...checks.map(({ name }) => name!).filter((name) => !matches(OF_AN_ENUM)(name)),
      ...uniques.filter(({ where }) => where !== undefined).map(({ name }) => String(name)),
      ...triggers
        .filter(({ expression }) => !/ deferrable /.test(expression ?? ''))
        .map(({ name }) => name!)
        .filter((name) => name !== CHANGES.trigger && !matches(FOLLOWS)(name)),
    ])
    .toSorted();
}

const covered = new Set(refusals.map(({ constraint }) => constraint));

/** Those of which nobody has written a row that they refuse. */
export const withoutCase = (rules: readonly string[]): string[] => rules.filter((name) => !covered.has(name));
