import { keptIn } from '../../memory/index.ts';
import type { RequestContext } from '../../request/index.ts';
import type { BoundPlan } from '../plan/planned-query.ts';
import type { Plan } from '../plan/plan.ts';
import { BY_NAME } from '../result/layout.ts';
import { mapperOf, type Data, type Make } from '../result/mapper.ts';
import type { Reader } from './reader.ts';
import { PlanWalk } from './walk.ts';

const byName = () => BY_NAME;

/** Of each plan, as long as it is kept. */
const mappers = new WeakMap<Plan, Make>();

/**
 * Reads a whole query by batches, the same as resolvers read.
 * @throws whatever goes wrong: resolvers name the field
 */
export async function fetchByBatches(
  reader: Reader,
  bound: BoundPlan,
  context: RequestContext,
): Promise<{ readonly data: Data; readonly objects: number }> {
  const { plan } = bound;
  const map = keptIn(mappers, plan, () => mapperOf(plan, byName));
  const values = await new PlanWalk(reader, bound, context, byName).whole(bound);
  const run = { context, made: 0 };
  return { data: map(values, run), objects: run.made };
}
