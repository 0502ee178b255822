import { z } from 'zod';
import { job } from '../jobs/index.ts';
import { raw, type Sql } from '../reading/index.ts';
import type { RequestContext } from '../request/index.ts';
import { background, type JobDeclaration } from './background.ts';
import { deleteInPortions } from './portions.ts';

export interface Retention {
  readonly name: string;
  readonly description: string;
  /** When, e.g. `40 3 * * *`. */
  readonly cron: string;
  readonly timeoutSeconds?: number;
  /** Where the rows stand, and which of them go. */
  readonly table: string;
  readonly where: (context: RequestContext) => Sql;
  /** Nobody changes a row of it. */
  readonly onlyAdded?: boolean;
}

/** Declares a job that keeps a table small by deleting what counts for nothing any more. */
export function retention({ table, where, onlyAdded = false, ...rest }: Retention): JobDeclaration {
  return background(job({ ...rest, data: z.object({}) }), async (context) => {
    await deleteInPortions(context, { table: raw(table), where: where(context), onlyAdded });
  });
}
