import { DriverException } from '@mikro-orm/core';
import { DatabaseError } from 'pg';

/** The constraint that PostgreSQL names in its refusal, whichever way the statement went; undefined for any other error. */
export function constraintOf(error: unknown): string | undefined {
  return error instanceof DriverException || error instanceof DatabaseError
    ? (error as { constraint?: string }).constraint
    : undefined;
}
