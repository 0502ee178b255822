import { existsSync } from 'node:fs';
import { domains } from '../../src/app.ts';
import type { AdminClientRole, CallerName, ReachRole } from '../access/caller-names.ts';
import type { Decides } from '../access/own-cases/case.ts';
import type { ArrangeList } from '../budgets/waiting.ts';
import type { Plant, Refusal } from '../checks/plant.ts';

/** Something that stands though the right has ended on which it rests, and a look whether it still does: statements of SQL. */
export interface LeftStanding {
  /** Answers the id of what was planted; `$1` is the moment. */
  readonly plant: string;
  /** Answers a row as long as it stands; `$1` is the id, `$2` the moment. */
  readonly stands: string;
}

/** What the tests of the whole hub cannot take from the declarations of a domain, and it tells them itself: `test/<domain>/held-to.ts`. */
export interface HeldTo {
  /** Who holds each of its permissions, written down a second time (test/access). */
  readonly permissions?: Readonly<Record<string, readonly CallerName[]>>;
  /** Who reaches each of its types in a world that has one of everything (test/access/reach.test.ts). */
  readonly reachedBy?: Readonly<Record<string, readonly ReachRole[]>>;
  /**
   * Its types whose lists are of things and not of people: their number is that of what the caller sees, and the descriptions of lists of those
   * that not everybody sees say so. A type that stands here nowhere is about people, whose number is told to whoever knows all of them (test/access/told).
   */
  readonly things?: readonly string[];
  /** Whom its stored operations of the admin client are not for, or not in full (test/contract/each-role.test.ts). */
  readonly notFor?: Readonly<Record<string, readonly AdminClientRole[]>>;
  /** A violation at least for each of its checks (test/checks). */
  readonly plants?: readonly Plant[];
  /** A write for each constraint and trigger of its tables that the database refuses (test/checks). */
  readonly refusals?: readonly Refusal[];
  /** Ranges and shapes: statements that each constraint refuses, whatever rows there are (test/checks). */
  readonly shapes?: Readonly<Record<string, readonly string[]>>;
  /** For each mutation that decides about somebody, how it comes to be about the caller (test/access/own-cases.test.ts). */
  readonly ownCases?: Readonly<Record<string, readonly Decides[]>>;
  /** For each of its `rightDependents`, something that it must end (test/access/rights.test.ts). */
  readonly leftStanding?: Readonly<Record<string, LeftStanding>>;
  /** For each mutation that takes a list of things, so many of them (test/budgets/lists.test.ts). */
  readonly lists?: Readonly<Record<string, ArrangeList>>;
}

/** Where a domain tells it: nobody lists them. */
export const heldToFileOf = (domain: string): string => `test/${domain}/held-to.ts`;

async function ofDomain(domain: string): Promise<HeldTo> {
  const url = new URL(`../${domain}/held-to.ts`, import.meta.url);
  return existsSync(url) ? ((await import(url.href)) as { readonly heldTo: HeldTo }).heldTo : {};
}

export const heldTo: readonly HeldTo[] = await Promise.all(domains.map(({ name }) => ofDomain(name)));

/** What all of them say of one thing, by its names. */
export function saidOf<
  Part extends 'permissions' | 'reachedBy' | 'notFor' | 'shapes' | 'ownCases' | 'leftStanding' | 'lists',
>(part: Part): NonNullable<HeldTo[Part]> {
  const said = heldTo.flatMap((domain) => Object.entries(domain[part] ?? {}));
  const names = said.map(([name]) => name);
  const twice = names.filter((name, at) => names.indexOf(name) < at);
  if (twice.length > 0) throw new Error(`Two domains say ${part} of ${twice.join(', ')}.`);
  return Object.fromEntries(said) as NonNullable<HeldTo[Part]>;
}
