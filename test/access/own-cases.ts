import { saidOf } from '../support/held-to.ts';
import type { Decides } from './own-cases/case.ts';
import { ABOUT_LECTURES } from './own-cases/lectures.ts';
import { ABOUT_PEOPLE } from './own-cases/people.ts';
import { ABOUT_VOLUNTEERS } from './own-cases/volunteering.ts';

/** What decides about somebody: who is the caller's own, how the test makes it so, and how it is refused. */
export const DECIDES: Readonly<Record<string, readonly Decides[]>> = {
  ...ABOUT_LECTURES,
  ...ABOUT_VOLUNTEERS,
  ...ABOUT_PEOPLE,
  ...saidOf('ownCases'),
};
