import type { HeldTo } from '../support/held-to.ts';

export const heldTo: HeldTo = { things: ['Topic'] };
