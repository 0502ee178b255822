import type { Prepared } from '../sql.ts';
import type { Plan } from '../plan/plan.ts';

/** What an answer depends on besides its variables and the shape of its viewer. */
export interface Dependence {
  /** The answer is made of what is read alone, and what is read is the same for every viewer of the shape. */
  readonly impersonal: boolean;
  /** Tables whose rows it may be made of; each stands in the statement by `table`. */
  readonly tables: ReadonlySet<string>;
  /** When it may change although no row does: at midnight in Shanghai, or at any moment. */
  readonly clock: 'never' | 'by the day' | 'at any moment';
}

/** Under which rights a viewer was read says whether the statement answers at all, and nothing of what: it names no table. */
export function dependenceOf({ ofTheRequest, cuts }: Plan, { names, namesViewer, tables }: Prepared): Dependence {
  return {
    impersonal: !ofTheRequest && !namesViewer && cuts.length === 0,
    tables,
    clock: names.includes('now') ? 'at any moment' : names.includes('today') ? 'by the day' : 'never',
  };
}
