import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { applicationOn } from '../../seeds/embedded/index.ts';
import { families, openShift, type FamilyGuardian, type ShiftOnOffer } from '../../seeds/scenario/index.ts';
import { migrate } from '../../src/app.ts';
import type { TestDatabase } from '../support/database.ts';
import { DatabaseProxy } from '../support/database-proxy.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { OwnPostgres } from '../support/own-postgres.ts';
import { ownerConfig } from '../support/config.ts';
import { beginScenario } from '../support/world.ts';
import { Load, type LoadCounts } from './load.ts';

export interface FaultsOptions {
  readonly restarts: number;
  /** How often the hub's backends are ended, at each moment. */
  readonly kills: number;
  readonly silences: number;
  readonly callers: number;
  /** The longest that nobody may be answered after a fault is over. */
  readonly goodWithinMs: number;
  readonly tell?: (line: string) => void;
}

export interface FaultsResult {
  /** Milliseconds to the first good answer, by fault. */
  readonly pauses: Readonly<Record<string, readonly number[]>>;
  /** How many connections were ended at each moment. */
  readonly struck: Readonly<Record<string, number>>;
  /** What a good answer takes where nothing is wrong, milliseconds. */
  readonly calibration: number;
  readonly counts: LoadCounts;
  /** Of the pool, when all is over: as many as it has. */
  readonly connections: number;
  readonly signups: {
    readonly told: number;
    readonly stored: number;
    readonly audited: number;
    readonly faults: number;
  };
}

export const CONNECTIONS = 10;
/** So many of the next transactions meet their fate, or those that come in this time. */
const STRUCK_WITHIN_MS = 3_000;
const KILLED_AT: Readonly<Record<string, RegExp>> = {
  BEGIN: /start transaction/,
  statement: /insert into engagement/,
  COMMIT: /commit\0/,
  ROLLBACK: /rollback\0/,
};
const SIGN_UP =
  'mutation ($input: SignUpForShiftInput!) { signUpForShift(input: $input) { signup { id } userErrors { code } } }';

interface Stage {
  readonly postgres: OwnPostgres;
  readonly proxy: DatabaseProxy;
  readonly hub: TestHub;
  readonly database: TestDatabase;
  readonly parents: readonly FamilyGuardian[];
  readonly offers: readonly ShiftOnOffer[];
}

/**
 * A hub under load on a PostgreSQL of its own, which is restarted, whose backends are ended in the middle of transactions, and whose
 * connections fall silent: what was told to be done is done once, every connection comes back, and somebody is answered soon.
 */
export async function runFaults(options: FaultsOptions): Promise<FaultsResult> {
  const { restarts, kills, silences, callers, goodWithinMs, tell = () => undefined } = options;
  const stage = await prepare(callers);
  const { postgres, proxy, hub } = stage;
  tell('prepared');
  const told = new Set<string>();
  const pauses: Record<string, number[]> = {};
  const struck: Record<string, number> = {};
  try {
    const asks = [
      (caller: number) => signUp(stage, caller, told),
      () => read(hub),
      (caller: number) => signUp(stage, caller, told),
      (caller: number) => breakARule(stage, caller),
    ];
    const load = new Load(callers, (caller) => asks[caller % asks.length]!(caller));
    const calibration = await load.goodAgain(goodWithinMs);
    const after = async (fault: string): Promise<void> => {
      const pause = await load.goodAgain(goodWithinMs);
      (pauses[fault] ??= []).push(pause);
      tell(`${fault}: first good answer after ${Math.round(pause)} ms`);
    };
    for (let time = 0; time < restarts; time += 1) {
      await postgres.restart();
      await after('restart');
    }
    for (const [moment, text] of Object.entries(KILLED_AT)) {
      for (let time = 0; time < kills; time += 1) {
        proxy.plan(time % 2 === 0 ? 'cut-before' : 'cut-after', text, CONNECTIONS);
        for (let waited = 0; proxy.planned > 0 && waited < STRUCK_WITHIN_MS; waited += 10) await sleep(10);
        struck[moment] = (struck[moment] ?? 0) + CONNECTIONS - proxy.planned;
        proxy.comeBack();
        await after(`killed at ${moment}`);
      }
    }
    for (let time = 0; time < silences; time += 1) {
      proxy.silence();
      await after('silence');
    }
    const counts = await load.stop();
    return {
      pauses,
      struck,
      calibration,
      counts,
      connections: await allConnections(hub),
      signups: await signupsOf(stage, told),
    };
  } finally {
    await hub.stop();
    await proxy.close();
    await stage.database.pool.end();
    await postgres.remove();
  }
}

async function prepare(callers: number): Promise<Stage> {
  const postgres = await OwnPostgres.start();
  const ownerUrl = await postgres.createDatabase('hub');
  const url = await applicationOn(ownerUrl, 'hub');
  await migrate(ownerConfig({ url, ownerUrl }));
  const proxy = await DatabaseProxy.before(url);
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 3 });
  pool.on('error', () => undefined);
  const database: TestDatabase = { url: proxy.url, ownerUrl, pool, drop: () => Promise.resolve() };
  const hub = await startTestHub({ database, variables: { DATABASE_POOL_SIZE: String(CONNECTIONS) } });
  const scenario = await beginScenario(hub);
  const school = await scenario.school();
  const schoolClass = await scenario.schoolClass(school);
  const teacher = await scenario.teacher(schoolClass);
  const parents = (await families(scenario, callers, [schoolClass])).map(({ parent }) => parent);
  const offers: ShiftOnOffer[] = [];
  // One after the other in time, so that whoever has one may have the next.
  for (let number = 0; number < 20; number += 1)
    offers.push(
      await openShift(scenario, teacher, {
        school,
        role: { capacity: 1_000 },
        shift: { startsAt: scenario.at(3000 + number * 120), endsAt: scenario.at(3060 + number * 120) },
      }),
    );
  for (const { accountId } of parents) await hub.tokenOf(accountId);
  return { postgres, proxy, hub, database, parents, offers };
}

async function read(hub: TestHub): Promise<{ status: number; code: string | undefined }> {
  const { status, errors } = await hub.ask('{ schools { totalCount } }');
  return { status, code: errors?.[0]?.extensions.code };
}

const pressed = new Map<number, { key: string; offer: number }>();

/** Under the same key until they are told what became of it, then for the next shift. */
async function signUp(
  { hub, parents, offers }: Stage,
  caller: number,
  told: Set<string>,
): Promise<{ status: number; code: string | undefined }> {
  const press = pressed.get(caller) ?? { key: randomUUID(), offer: 0 };
  pressed.set(caller, press);
  if (press.offer >= offers.length) return read(hub);
  const { role } = offers[press.offer]!;
  const { status, data, errors } = await hub.ask(SIGN_UP, {
    as: parents[caller]!.accountId,
    variables: { input: { roleId: `shift-role_${role.id}`, acceptRiskNotice: true, idempotencyKey: press.key } },
  });
  const payload = (
    data as { signUpForShift?: { signup: { id: string } | null; userErrors: { code: string }[] } } | null | undefined
  )?.signUpForShift;
  if (payload?.signup) {
    told.add(payload.signup.id.split('_')[1]!);
    pressed.set(caller, { key: randomUUID(), offer: press.offer + 1 });
  }
  return { status, code: errors?.[0]?.extensions.code ?? payload?.userErrors[0]?.code };
}

/** A command that is refused is rolled back. */
async function breakARule(
  { hub, parents, offers }: Stage,
  caller: number,
): Promise<{ status: number; code: string | undefined }> {
  const { status, data, errors } = await hub.ask(SIGN_UP, {
    as: parents[caller]!.accountId,
    variables: { input: { roleId: `shift-role_${offers[caller % offers.length]!.role.id}`, acceptRiskNotice: false } },
  });
  const code =
    errors?.[0]?.extensions.code ??
    (data as { signUpForShift?: { userErrors: { code: string }[] } } | null | undefined)?.signUpForShift?.userErrors[0]
      ?.code;
  return { status, code: code === 'RISK_NOTICE_NOT_ACCEPTED' ? undefined : code };
}

async function allConnections(hub: TestHub): Promise<number> {
  const { connections } = hub.hub.database;
  const leases = await Promise.all(Array.from({ length: CONNECTIONS }, () => connections.lease()));
  for (const lease of leases) await lease.query('select 1');
  for (const lease of leases) lease.giveBack();
  return connections.counts.open;
}

async function signupsOf({ database }: Stage, told: ReadonlySet<string>): Promise<FaultsResult['signups']> {
  const {
    rows: [row],
  } = await database.pool.query<{ told: number; stored: number; audited: number; faults: number }>(
    `select (select count(*)::int from signup where id = any($1::uuid[])) as told, (select count(*)::int from signup) as stored,
      (select count(*)::int from audit_record where mutation = 'signUpForShift' and outcome = 'SUCCEEDED') as audited,
      (select count(*)::int from audit_record where outcome = 'REFUSED' and code <> 'RISK_NOTICE_NOT_ACCEPTED') as faults`,
    [[...told]],
  );
  if (row!.told !== told.size) throw new Error(`${told.size} were told that they signed up, and ${row!.told} have.`);
  return row!;
}
