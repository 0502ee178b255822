import { forgetBudgets } from './forget-budgets.ts';
import { RateBudget } from './rate-budget.entity.ts';

export { Budgets, WINDOW_MS } from './budgets.ts';
export { RateLimiter, RequestAccount, type RateLimiterOptions } from './rate-limiter.ts';
export { networkOf, plainAddress, UNKNOWN_NETWORK } from './network.ts';
export { RateBudget } from './rate-budget.entity.ts';
export { RefusalLog } from './refusal-log.ts';
export { SharedBudgets } from './shared-budgets.ts';

export const rateEntities = [RateBudget] as const;

/** The upkeep of this room's own table. */
export const rateJobs = [forgetBudgets] as const;
