import { DriverException } from '@mikro-orm/core';

/** The constraint that PostgreSQL names in its refusal; undefined for any other error. */
export function constraintOf(error: unknown): string | undefined {
  return error instanceof DriverException ? (error as DriverException & { constraint?: string }).constraint : undefined;
}
