import { saidOf } from '../support/held-to.ts';
import type { CallerName } from './caller-names.ts';

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
