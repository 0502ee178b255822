import type { Calendar, Dice, Ids } from '../deterministic/index.ts';
import type { Reference } from '../reference/index.ts';
import type { Loader } from '../writing/index.ts';

/** The tools that every generator works with. */
export interface Workshop {
  readonly dice: Dice;
  readonly ids: Ids;
  readonly calendar: Calendar;
  readonly reference: Reference;
  readonly loader: Loader;
}

/** Rows that are written at once: enough to keep PostgreSQL busy, few enough to keep in memory. */
export const ROWS_AT_ONCE = 20_000;
