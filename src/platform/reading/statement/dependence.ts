import { RIGHTS_VERSION } from '../../auth/index.ts';
import type { Prepared } from '../sql.ts';
import type { Plan } from '../plan/plan.ts';

/** What an answer depends on besides its variables and the shape of its viewer. */
export interface Dependence {
  /** The answer is made of what is read alone, and what is read is the same for every viewer of the shape. */
  readonly impersonal: boolean;
  /** Tables whose rows it may be made of; it may name too many, never too few. */
  readonly tables: ReadonlySet<string>;
  /** When it may change although no row does: at midnight in Shanghai, or at any moment. */
  readonly clock: 'never' | 'by the day' | 'at any moment';
}

const WORD = /[a-z_][a-z0-9_]*/g;

/** @param known names of all tables: each word of the statement that is one of them is taken for the table */
export function dependenceOf(
  { ofTheRequest, cuts }: Plan,
  { text, names, namesViewer }: Prepared,
  known: ReadonlySet<string>,
): Dependence {
  return {
    impersonal: !ofTheRequest && !namesViewer && cuts.length === 0,
    // Under which rights a viewer was read says whether the statement answers at all, and nothing of what.
    tables: new Set(
      text
        .replace(RIGHTS_VERSION, '')
        .match(WORD)
        ?.filter((word) => known.has(word)),
    ),
    clock: names.includes('now') ? 'at any moment' : names.includes('today') ? 'by the day' : 'never',
  };
}
