import { DriverException } from '@mikro-orm/core';
import { DatabaseError } from 'pg';

/** The connection was lost, or none could be had: what was asked was not done, unless a commit was under way. */
export class ConnectionLost extends Error {
  readonly code: string = LOST;
  constructor(cause: unknown) {
    super('The database cannot be reached.', { cause });
    this.name = new.target.name;
  }
}

/** The connection was lost while a commit was under way: nobody here knows whether it is done. */
export class CommitInDoubt extends ConnectionLost {
  override readonly code = IN_DOUBT;
}

/** What the connection has kept of a statement fits its tables no more, or is gone: nothing was done, and another one can do it. */
export class PlanOutdated extends ConnectionLost {
  override readonly code = PLAN_OUTDATED;
}

/** Others had written what could not be written as well, again and again: nothing was done. */
export class OthersInTheWay extends Error {
  readonly code = IN_THE_WAY;
  constructor(cause: unknown) {
    super('Others were in the way again and again.', { cause });
    this.name = new.target.name;
  }
}

/** A code of one's own outlives the ORM, which throws copies of what it is thrown. */
const LOST = 'HUB_CONNECTION_LOST';
export const PLAN_OUTDATED = 'HUB_PLAN_OUTDATED';
const IN_DOUBT = 'HUB_COMMIT_IN_DOUBT';
const IN_THE_WAY = 'HUB_OTHERS_IN_THE_WAY';

/** Of the server, the database or the role. */
const TOO_MANY_CONNECTIONS = '53300';

/** Whether the server has no connection left for whoever asked for one. */
export function isCrowded(error: unknown): boolean {
  const cause = error instanceof ConnectionLost ? error.cause : error;
  return (cause as { code?: unknown } | null)?.code === TOO_MANY_CONNECTIONS;
}

/** What the client is to be told where the database is at fault, and not what was asked. */
export type DatabaseFault =
  /** It cannot do it at the moment: nothing was done. */
  | 'AWAY'
  /** It may have been done. */
  | 'IN_DOUBT'
  /** It was ended because its time was up. */
  | 'TOO_LATE'
  /** It is more than the database can do in one statement or one row. */
  | 'TOO_LARGE';

/** No connection; no rights to connect; no such database; resources are used up; the system below fails; its configuration; itself. */
const AWAY_CLASSES: ReadonlySet<string> = new Set(['08', '28', '3D', '53', '58', 'F0', 'XX']);
const LIMITS_EXCEEDED_CLASS = '54';
const AWAY_CODES: ReadonlySet<string> = new Set([
  '57P01',
  '57P02',
  '57P03',
  '57P04',
  '57P05', // it stops, has crashed, starts, is dropped, ends what idles
  '25006', // it only reads: a standby, or one that was told so
  '25P03',
  '25P04', // the transaction was ended by time
  '55P03', // a lock was not to be had in time
  '40001',
  '40P01', // others were in the way, again and again
]);
const CANCELLED = '57014';

/** Undefined for whatever is no fault of the database: a refusal, a mistake of the hub. */
export function databaseFaultOf(error: unknown): DatabaseFault | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code } = error as { code?: unknown };
  if (code === IN_DOUBT) return 'IN_DOUBT';
  if (code === LOST || code === PLAN_OUTDATED || code === IN_THE_WAY) return 'AWAY';
  if (!(error instanceof DatabaseError || error instanceof DriverException) || typeof code !== 'string')
    return undefined;
  if (code === CANCELLED) return 'TOO_LATE';
  if (code.startsWith(LIMITS_EXCEEDED_CLASS)) return 'TOO_LARGE';
  return AWAY_CLASSES.has(code.slice(0, 2)) || AWAY_CODES.has(code) ? 'AWAY' : undefined;
}

/** Whether PostgreSQL itself has refused a statement; after some refusals it ends the connection. */
export function isRefusal(error: unknown): error is DatabaseError {
  return error instanceof DatabaseError && error.code !== undefined;
}

const NO_SUCH_STATEMENT = '26000';
const NOT_SUPPORTED = '0A000';

/** Whether it was refused because of what the connection has kept: types of a table have changed, or a pooler has forgotten it. */
export function isOutdatedPlan({ code, routine }: DatabaseError): boolean {
  return code === NO_SUCH_STATEMENT || (code === NOT_SUPPORTED && routine === 'RevalidateCachedQuery');
}
