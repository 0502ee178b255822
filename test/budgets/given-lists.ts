import { saidOf } from '../support/held-to.ts';
import type { ArrangeList } from './waiting.ts';

/** By every mutation that takes a list of things, each of which is looked at, written or decided. */
export const LISTS: Readonly<Record<string, ArrangeList>> = saidOf('lists');
