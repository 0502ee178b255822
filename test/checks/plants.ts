import { heldTo } from '../support/held-to.ts';
import type { Plant } from './plant.ts';

/** At least one for every check. A check that says several things has one for each of them. */
export const plants: readonly Plant[] = heldTo.flatMap((domain) => domain.plants ?? []);
