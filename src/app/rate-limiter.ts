import { ConfigurationError, unknownAttempts, type Config } from '../platform/config/index.ts';
import type { Logger } from '../platform/observability/index.ts';
import { Budgets, RateLimiter, RefusalLog, SharedBudgets } from '../platform/rates/index.ts';
import type { RequestContext } from '../platform/request/index.ts';
import { hubSchema } from './domains.ts';

/** @throws ConfigurationError where a limit is set of something that nobody can attempt, e.g. for a letter too few in its name */
export function openRateLimiter(
  { rates, token }: Config,
  {
    logger,
    clock,
    open,
  }: { readonly logger: Logger; readonly clock: () => Date; readonly open: (signal: AbortSignal) => RequestContext },
): { rateLimiter: RateLimiter; shared: SharedBudgets } {
  const { attempts } = hubSchema();
  const unknown = unknownAttempts(rates, attempts.values());
  if (unknown.length > 0) {
    const known = [...new Set([...attempts.values()].map(({ variable }) => variable))].toSorted().join(', ');
    throw new ConfigurationError(
      unknown.map((variable) => `${variable}: nothing is attempted by that name; there are ${known}`),
    );
  }
  const budgets = new Budgets();
  const rateLimiter = new RateLimiter({
    rates,
    attempts,
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
