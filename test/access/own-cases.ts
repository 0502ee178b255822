import { saidOf } from '../support/held-to.ts';
import type { Decides } from './own-cases/case.ts';

/** What decides about somebody: who is the caller's own, how the test makes it so, and how it is refused. */
export const DECIDES: Readonly<Record<string, readonly Decides[]>> = saidOf('ownCases');
