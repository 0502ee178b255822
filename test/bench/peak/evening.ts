import type { Pool } from 'pg';
import { trustedDocuments } from '../operations.ts';
import { Client } from './client.ts';
import type { LoadPlan, Reader } from './load.ts';
import { Meter } from './meter.ts';
import { openRoles, type OpenRole } from './opening.ts';
import { planVisits, type PlanOptions, type Visit } from './plan.ts';
import { findAnalyst, findSchoolYear, findVisitors } from './visitors.ts';
import { pay } from './visit.ts';

export interface EveningOptions extends PlanOptions {
  readonly roles: number;
  readonly sockets: number;
  readonly limitSeconds: number;
  /** Until signing up opens; what is needed before it must be done by then. */
  readonly leadMs: number;
  readonly analysts: number;
  /** A token for an account. */
  readonly sign: (accountId: string) => Promise<string>;
}

export interface Evening {
  readonly load: LoadPlan;
  readonly roles: readonly OpenRole[];
  /** Lets some guardians come before it opens: a process that has just begun is not what a crowd meets. */
  warmUp(): Promise<void>;
}

const ADMINISTRATOR_PAUSE_MS = 1_000;
const WARM_UP_VISITS = 60;

/** Writes the roles into the database, and plans who comes for them. */
export async function planEvening(pool: Pool, url: string, options: EveningOptions): Promise<Evening> {
  const [visitors, analyst, schoolYear] = [
    await findVisitors(pool),
    await findAnalyst(pool),
    await findSchoolYear(pool),
  ];
  if (visitors.length === 0) throw new Error('The database has no guardian who could come.');
  const signed = new Map<string, string>();
  const tokenOf = async (accountId: string): Promise<string> => {
    const token = signed.get(accountId) ?? (await options.sign(accountId));
    signed.set(accountId, token);
    return token;
  };
  for (const { accountId } of visitors.slice(0, Math.max(options.arrivals, WARM_UP_VISITS))) await tokenOf(accountId);
  const now = new Date();
  const opensAt = new Date(now.getTime() + options.leadMs);
  // Half of those who come can have a place, were all roles wanted alike.
  const capacity = Math.max(2, Math.ceil(options.arrivals / options.roles / 2));
  const { roles, warmUp, administrator } = await openRoles(pool, { roles: options.roles, capacity, opensAt, now });
  const visits = planVisits(visitors, roles, options);
  for (const { accountId } of visits) await tokenOf(accountId);
  const documents = Object.fromEntries(trustedDocuments());
  const asks = analystAsks(now, schoolYear);
  const readers: Reader[] = Array.from({ length: options.analysts }, (_, index) => ({
    token: '',
    pauseMs: 0,
    asks: [...asks.slice(index * 3), ...asks.slice(0, index * 3)],
  }));
  const analystToken = await tokenOf(analyst);
  const roster = { operation: 'ShiftRoster', variables: { id: `shift_${roles[0]!.shiftId}` } };
  const load: LoadPlan = {
    url: `${url}/graphql`,
    documents,
    visits,
    tokens: signed,
    opensAt: opensAt.getTime(),
    limitSeconds: options.limitSeconds,
    sockets: options.sockets,
    readers: [
      ...readers.map((reader) => ({ ...reader, token: analystToken })),
      { token: await tokenOf(administrator), pauseMs: ADMINISTRATOR_PAUSE_MS, asks: [roster] },
    ],
  };
  return {
    load,
    roles,
    async warmUp() {
      const client = new Client(load.url, documents, 20);
      const coming = Array.from({ length: WARM_UP_VISITS }, (_, index): Visit => ({
        ...visitors[index % visitors.length]!,
        at: 0,
        roleId: warmUp.id,
        key: `warm-up ${index}`,
        lostAfter: null,
      }));
      await Promise.all(
        coming.map((visit) =>
          pay(visit, {
            client,
            meter: new Meter(),
            token: signed.get(visit.accountId)!,
            from: now.toISOString(),
            intended: performance.now(),
          }),
        ),
      );
      client.stop();
    },
  };
}

const DAY_MS = 86_400_000;

/** Everything in schema/operations/analyst, over the months around today. */
function analystAsks(now: Date, schoolYear: string): Reader['asks'] {
  const from = new Date(now.getTime() - 30 * DAY_MS).toISOString();
  const range = { from, to: new Date(now.getTime() + 30 * DAY_MS).toISOString() };
  return [
    { operation: 'VolunteeringBySchool', variables: range },
    { operation: 'CourseOffer', variables: { since: from } },
    { operation: 'SchoolSizes', variables: { schoolYear: `school-year_${schoolYear}` } },
    { operation: 'MeetingParticipationBySchool', variables: range },
    { operation: 'VolunteerHoursBySchool', variables: range },
    { operation: 'PolicyReach', variables: {} },
  ];
}
