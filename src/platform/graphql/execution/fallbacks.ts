import { GraphQLError } from 'graphql';
import { HubError, TimedOut, TryLater } from '../../errors/index.ts';
import { Fault, Unplannable } from '../../reading/index.ts';
import type { Executor, ExecutionTrace, FallbackReason } from '../../request/index.ts';
import { knownError } from '../format-error.ts';

/** Notes why an executor left what it was asked to the next one. */
export function noteFallback(trace: ExecutionTrace, executor: Executor, error: unknown): void {
  if (error instanceof Unplannable) trace.fellBack(executor, error.reason, error.at);
  else trace.fellBack(executor, reasonOf(error));
}

function reasonOf(error: unknown): FallbackReason {
  if (error instanceof Fault) return 'value at fault';
  const known = knownError(error);
  if (known instanceof TryLater || known instanceof TimedOut) return 'database';
  return known instanceof HubError || error instanceof GraphQLError ? 'refused' : 'failed';
}
