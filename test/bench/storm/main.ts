/**
 * `npm run bench:storm`: everybody presses the button of one role at once. The hub over HTTP, beside the statements that
 * must lock and write for it, sent bare through pg to the same tables; both in turn, in one run. README.md tells more.
 */
import { mkdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { print } from 'graphql';
import pg from 'pg';
import { SignUpForShiftDocument } from '../../../schema/generated/mini-program.ts';
import {
  families,
  openShift,
  Scenario,
  type FamilyGuardian,
  type ShiftOnOffer,
  type StaffMember,
} from '../../../seeds/scenario/index.ts';
import type { SchoolRecord } from '../../../seeds/factories/index.ts';
import { hubTables } from '../../../seeds/writing/index.ts';
import { startContender, type Request } from '../contenders.ts';
import { cpuOf, cpuOfServer, divideCores, serverOf } from '../cores.ts';
import { DATA, openBenchDatabase } from '../database.ts';
import { copyDatabase } from '../peak/copy.ts';
import { expectServed, signUpBare, signUpBareTogether } from './bare.ts';

/** As many as the hub has. */
const CONNECTIONS = 10;
const CAPACITY = 50;
/** As many as the hub serves together. */
const TOGETHER = 64;

const { values } = parseArgs({
  options: {
    guardians: { type: 'string', default: '500' },
    rounds: { type: 'string', default: '4' },
    factor: { type: 'string', default: '0.1' },
    database: { type: 'string' },
  },
});
const [guardians, rounds, factor] = [Number(values.guardians), Number(values.rounds), Number(values.factor)] as const;

interface Round {
  readonly ratePerSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds for each who asks; absent where the platform does not tell. */
  readonly serverCpu: number | undefined;
  readonly databaseCpu: number | undefined;
}

/** All at once; how long each waited, and how long all took. */
async function rush(
  crowd: readonly FamilyGuardian[],
  signUp: (who: FamilyGuardian) => Promise<void>,
  cpu: () => readonly (number | undefined)[],
): Promise<Round> {
  const before = cpu();
  const begun = performance.now();
  const waited = await Promise.all(
    crowd.map(async (who) => {
      await signUp(who);
      return performance.now() - begun;
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  const after = cpu();
  const each = (index: number): number | undefined =>
    before[index] === undefined ? undefined : (after[index]! - before[index]) / crowd.length;
  waited.sort((one, other) => one - other);
  const at = (share: number): number => waited[Math.min(waited.length - 1, Math.floor(waited.length * share))]!;
  return {
    ratePerSecond: crowd.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    serverCpu: each(0),
    databaseCpu: each(1),
  };
}

async function send({ url, headers, body }: Request): Promise<void> {
  const answer = await fetch(url, { method: 'POST', headers, body });
  const text = await answer.text();
  const { data } = JSON.parse(text) as { data?: { signUpForShift?: { userErrors: unknown[] } } };
  if (answer.status !== 200 || data?.signUpForShift?.userErrors.length !== 0)
    throw new Error(`A guardian was refused: ${text.slice(0, 500)}`);
}

const middle = (numbers: readonly number[]): number =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)]!;

function line(name: string, taken: readonly Round[]): string {
  const of = (figure: keyof Round, digits = 0): string => {
    const known = taken.map((round) => round[figure]).filter((each) => each !== undefined);
    return known.length === 0 ? '–' : middle(known).toFixed(digits);
  };
  const rates = taken.map(({ ratePerSecond }) => Math.round(ratePerSecond)).join(', ');
  return `| ${name} | ${of('ratePerSecond')} (${rates}) | ${of('p50')} | ${of('p99')} | ${of('serverCpu', 2)} | ${of('databaseCpu', 2)} |`;
}

async function main(): Promise<void> {
  mkdirSync(DATA, { recursive: true });
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  const database = await openBenchDatabase(factor, values.database, say);
  // This run writes into it.
  const copy = await copyDatabase(database.url, 'storm');
  const { url } = copy;
  const cores = divideCores();
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS, options: '-c timezone=UTC' });
  // The copy is dropped under connections that nobody uses any more.
  pool.on('error', () => undefined);
  const postmaster = await serverOf(pool);
  const hub = await startContender('hub', { databaseUrl: url, cores, viewers: new Map() });
  try {
    const scenario = await Scenario.begin(pool, hubTables());
    const school = await scenario.school();
    const schoolClass = await scenario.schoolClass(school);
    const organiser = await scenario.teacher(schoolClass);
    const crowd = (await families(scenario, guardians, [schoolClass])).map(({ parent }) => parent);
    await pool.query('analyze');
    say(
      `${cpus()[0]?.model ?? 'unknown processor'}, ${cores.description}; ${factor} of a district, ${guardians} guardians at once for ${CAPACITY} places, JOIN_WAITLIST, ${CONNECTIONS} connections`,
    );

    let shifts = 0;
    const next = (): Promise<ShiftOnOffer> => hot(scenario, organiser, school, shifts++);
    const cpu = () => [cpuOf(hub.pid), postmaster && cpuOfServer(postmaster)] as const;
    const byHub = async (asking = crowd): Promise<Round> => {
      const offered = await next();
      const requests = new Map(
        await Promise.all(
          asking.map(
            async (who) =>
              [
                who,
                await hub.requestFor({
                  name: 'SignUpForShift' as never,
                  document: print(SignUpForShiftDocument),
                  as: who.accountId,
                  variables: {
                    input: {
                      roleId: `shift-role_${offered.role.id}`,
                      ifFull: 'JOIN_WAITLIST',
                      acceptRiskNotice: true,
                      idempotencyKey: `storm ${offered.role.id}`,
                    },
                  },
                }),
              ] as const,
          ),
        ),
      );
      const round = await rush(asking, (who) => send(requests.get(who)!), cpu);
      await expectServed(pool, offered, { capacity: CAPACITY, crowd: asking.length });
      return round;
    };
    const bare = async (signUp: (offered: ShiftOnOffer) => (who: FamilyGuardian) => Promise<void>): Promise<Round> => {
      const offered = await next();
      const round = await rush(crowd, signUp(offered), cpu);
      await expectServed(pool, offered, { capacity: CAPACITY, crowd: crowd.length });
      return round;
    };
    const byBare = () => bare((offered) => (who) => signUpBare(pool, offered, who));
    const byBareAsTheHub = () => bare((offered) => (who) => signUpBareTogether(pool, offered, [who]));
    const byBareTogether = () =>
      bare((offered) => inGroups(crowd, (group) => signUpBareTogether(pool, offered, group)));

    // A process that has just begun is not what a crowd meets.
    for (let few = 0; few < 3; few += 1) await byHub(crowd.slice(0, CAPACITY + 20));
    for (const each of [byBare, byBareAsTheHub, byBareTogether]) await each();
    const [ofHub, ofBare, asTheHub, together]: [Round[], Round[], Round[], Round[]] = [[], [], [], []];
    for (let round = 0; round < rounds; round += 1) {
      ofHub.push(await byHub());
      ofBare.push(await byBare());
      asTheHub.push(await byBareAsTheHub());
      together.push(await byBareTogether());
    }
    say(
      '\n| | sign-ups a second (rounds) | p50 ms | p99 ms | server CPU ms | PostgreSQL CPU ms |\n| --- | ---: | ---: | ---: | ---: | ---: |',
    );
    say(line('hub over HTTP', ofHub));
    say(line('bare through pg, one transaction each (always the same)', ofBare));
    say(line("bare through pg, one transaction each (the hub's statements)", asTheHub));
    say(line(`bare through pg, ${TOGETHER} in a transaction (the hub's statements)`, together));
    const ratioTo = (other: readonly Round[]): string =>
      (middle(ofHub.map((each) => each.ratePerSecond)) / middle(other.map((each) => each.ratePerSecond))).toFixed(2);
    say(
      `\nhub ÷ bare, one transaction each: ${ratioTo(ofBare)} (always the same), ${ratioTo(asTheHub)} (the hub's statements); ${TOGETHER} in a transaction: ${ratioTo(together)}`,
    );
  } finally {
    await hub.stop();
    await pool.end();
    await copy.drop();
    await database.stop();
  }
}

/** One group after the other; each is answered with its group. */
function inGroups(
  crowd: readonly FamilyGuardian[],
  serve: (group: readonly FamilyGuardian[]) => Promise<void>,
): (who: FamilyGuardian) => Promise<void> {
  const served = new Map<FamilyGuardian, Promise<void>>();
  let last = Promise.resolve();
  for (let from = 0; from < crowd.length; from += TOGETHER) {
    const group = crowd.slice(from, from + TOGETHER);
    last = last.then(() => serve(group));
    for (const who of group) served.set(who, last);
  }
  return (who) => served.get(who)!;
}

/** A role that everybody wants, at a time that no other one has. */
function hot(scenario: Scenario, organiser: StaffMember, school: SchoolRecord, index: number): Promise<ShiftOnOffer> {
  const startsAt = scenario.at(60 * 24 + 120 * index);
  return openShift(scenario, organiser, {
    school,
    shift: { startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) },
    role: { capacity: CAPACITY },
  });
}

// The database and the hub end with the process, not with a signal.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

await main();
