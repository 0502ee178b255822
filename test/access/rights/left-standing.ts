import { saidOf, type LeftStanding } from '../../support/held-to.ts';

/** For each declaration: something of its kind that stands though the right has ended, and a look whether it still does. Every kind has one. */
export const PLANTS: Readonly<Record<string, LeftStanding>> = saidOf('leftStanding');
