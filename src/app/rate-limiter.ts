import type { Config } from '../platform/config/index.ts';
import type { Logger } from '../platform/observability/index.ts';
import { Budgets, RateLimiter, RefusalLog, SharedBudgets } from '../platform/rates/index.ts';
import type { RequestContext } from '../platform/request/index.ts';
import { hubSchema } from './domains.ts';

export function openRateLimiter(
  { rates, token }: Config,
  {
    logger,
    clock,
    open,
  }: { readonly logger: Logger; readonly clock: () => Date; readonly open: (signal: AbortSignal) => RequestContext },
): { rateLimiter: RateLimiter; shared: SharedBudgets } {
  const budgets = new Budgets();
  const rateLimiter = new RateLimiter({
    rates,
    attempts: hubSchema().attempts,
    budgets,
    log: new RefusalLog(logger, token.key),
    clock,
  });
  const asNobody = (): RequestContext => open(new AbortController().signal);
  return {
    rateLimiter,
    shared: new SharedBudgets({
      budgets,
      open: rates.store === 'postgres' ? asNobody : null,
      secret: token.key,
      clock,
      logger,
    }),
  };
}
