import { saidOf } from '../support/held-to.ts';
import { EVERYBODY, type CallerName, type ReachRole } from './caller-names.ts';

export { CALLERS, type CallerName } from './caller-names.ts';

/**
 * Who holds which permission, written down a second time and by hand: a permission that is widened by accident, or a new
 * one that nobody thought about, differs from what stands here.
 */
export const HELD_BY: Readonly<Record<string, readonly CallerName[]>> = saidOf('permissions');

/** What a caller is told who may not; null for who may. */
export function refusalOf(access: string, caller: CallerName): 'UNAUTHENTICATED' | 'FORBIDDEN' | null {
  if (access === 'anyone') return null;
  if (caller === 'guest') return 'UNAUTHENTICATED';
  return access === 'signed-in' || HELD_BY[access]!.includes(caller) ? null : 'FORBIDDEN';
}

/**
 * Who reaches which type at all, along whatever root field and relation, in a world that has one of everything, written by hand
 * in held-to.ts of each domain. A type that is not here is one that nobody thought about.
 */
export const REACHED_BY: Readonly<Record<string, readonly ReachRole[]>> = {
  ...saidOf('reachedBy'),
  // Of the platform, and of rooms that lie below the domains.
  AuditRecord: ['schoolAdmin', 'districtAdmin'],
  AccessRecord: ['parent', 'schoolAdmin', 'districtAdmin'],
  Topic: EVERYBODY,
};

/** Types of which nobody has said who reaches them. */
export const unthoughtTypes = (types: readonly string[]): string[] => types.filter((name) => !(name in REACHED_BY));
