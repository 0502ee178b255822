import {
  comparePassword,
  hashOfPassword,
  PASSWORD_COST_OF,
  type ComparedPassword,
} from '../../../platform/auth/index.ts';
import { prepare, raw, sql } from '../../../platform/reading/index.ts';
import { ConcurrencyLimiter, type RequestContext, type Requester } from '../../../platform/request/index.ts';
import { IDENTITY } from '../services.ts';

/** Each takes a thread of four that files and names of hosts wait for as well. */
const AT_ONCE = 2;
/** A network gives way to others after each of its own; a school that comes to work at once stands behind one. */
const OF_A_NETWORK = { maxConcurrent: AT_ONCE, maxQueued: 20 };
/** So many networks can stand in line as well that nobody fills it. */
const MOST_WAITING = 400;
const LONGEST_WAIT_MS = 10_000;

/** Whose turn it is to have a password hashed: that of one network after the other. @param onRefused told now and then how many were sent away */
export const hashingInTurn = (onRefused: (refused: number) => void): ConcurrencyLimiter =>
  new ConcurrencyLimiter({ maxConcurrent: AT_ONCE, maxQueued: MOST_WAITING, maxWaitMs: LONGEST_WAIT_MS, onRefused });

/** The request holds no turn of others meanwhile. @throws TryLater where too many ask at once, or too many of one network */
async function inTurn<T>(context: RequestContext, work: (usual: number) => Promise<T>): Promise<T> {
  context.permit?.release();
  const { hashing, passwordCost } = context.services.get(IDENTITY);
  const network: Requester = { key: context.network, ...OF_A_NETWORK };
  const turn = await hashing.acquire(context.signal, network);
  try {
    return await work(passwordCost);
  } finally {
    turn.release();
  }
}

/** What is stored of a password. @throws TryLater */
export const passwordHashed = (context: RequestContext, password: string): Promise<string> =>
  inTurn(context, (usual) => hashOfPassword(password, usual));

/** Compares a password with what is stored, in the same time whatever that is. @throws TryLater */
export async function passwordCompared(
  context: RequestContext,
  stored: string | null,
  password: string,
): Promise<ComparedPassword> {
  const { text, values } = prepare(
    sql`select distinct ${raw(PASSWORD_COST_OF('crd.password_hash'))}::int from local_credential crd where crd.password_hash is not null`,
  );
  const costs = (await context.loaders.read({ reads: 'LocalCredential', text, values: values(context) })) as [number][];
  return inTurn(context, (usual) => comparePassword(stored, password, { usual, inUse: costs.map(([cost]) => cost) }));
}
