/** `npm run bench`: the hub beside PostGraphile and SQL written by hand. What it measures is told in README.md beside this. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { permissions } from '../../src/app.ts';
import { loadViewer } from '../../src/domains/identity/index.ts';
import type { Viewer } from '../../src/platform/auth/index.ts';
import type { Database } from '../../src/platform/database/index.ts';
import { logOf, startContender, type Contender, type Request } from './contenders.ts';
import { divideCores, serverOf } from './cores.ts';
import { DATA, openBenchDatabase } from './database.ts';
import { createFunctions } from './functions.ts';
import { CONNECTIONS, measure, warmUp, type Sample } from './measure.ts';
import { neverSeen } from './never-seen.ts';
import { operationsFor, type Operation } from './operations.ts';
import { readOptions, USAGE, UsageError, type Options } from './options.ts';
import { page } from './page.ts';
import { tables } from './report.ts';
import { figuresOf, type Result } from './result.ts';
import { difference, objectsIn, plain } from './same-answer.ts';
import { findSubjects } from './subjects.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(argv: readonly string[]): Promise<void> {
  const options = readOptions(argv, process.env);
  mkdirSync(DATA, { recursive: true });
  const database = await openBenchDatabase(options.factor, options.database, say);
  const cores = divideCores();
  const pool = new pg.Pool({ connectionString: database.url, max: 2, options: '-c timezone=UTC' });
  const contenders: Contender[] = [];
  try {
    await createFunctions(pool);
    const operations = operationsFor(await findSubjects(pool), new Date()).filter((each) =>
      options.operations.includes(each.name),
    );
    const viewers = await viewersOf(pool, operations);
    for (const name of options.contenders) {
      contenders.push(await startContender(name, { databaseUrl: database.url, cores, viewers, fresh: options.fresh }));
    }
    const version = (await pool.query<{ server_version: string }>('show server_version')).rows[0]!.server_version.split(
      ' ',
    )[0]!;
    const machine =
      `${cpus()[0]?.model ?? 'unknown processor'}, ${cores.description}; Node ${process.versions.node}, PostgreSQL ${version}, ` +
      `${options.database ? 'a database that was given' : `${options.factor} of a district`}, ${CONNECTIONS} connections, ${options.rounds} × ${options.seconds} s` +
      (options.fresh ? '; documents never seen before' : '');
    say(machine);
    const rows = [];
    for (const operation of operations) rows.push(await compare(operation, contenders, options, await serverOf(pool)));
    const result: Result = {
      at: new Date().toISOString(),
      command: ['npm run bench', ...(argv.length ? ['--', ...argv] : [])].join(' '),
      machine,
      rows,
    };
    say(`\n${tables(result)}\n`);
    writeFileSync(join(DATA, 'result.json'), `${JSON.stringify(result, null, 2)}\n`);
    writeFileSync(join(DATA, 'result.html'), page(result));
    say(`Written: ${join(DATA, 'result.json')}, ${join(DATA, 'result.html')}`);
  } finally {
    for (const contender of contenders) await contender.stop();
    await pool.end();
    await database.stop();
  }
}

async function compare(
  operation: Operation,
  contenders: readonly Contender[],
  options: Options,
  postmaster: number | undefined,
): Promise<Result['rows'][number]> {
  const taking: { readonly contender: Contender; request: Request; readonly samples: Sample[] }[] = [];
  for (const contender of contenders)
    taking.push({ contender, request: await contender.requestFor(operation), samples: [] });
  await checkEqual(operation, taking);
  if (options.fresh) for (const each of taking) each.request = neverSeen(each.request);
  for (const { request } of taking) await warmUp(request, options.warmUpSeconds);
  const statements = new Map(contenders.map((contender) => [contender, statementsOf(contender)]));
  for (let round = 0; round < options.rounds; round += 1) {
    for (const { contender, request, samples } of taking)
      samples.push(await measure(contender, request, options.seconds, postmaster));
  }
  const figures = taking.map(
    ({ contender, samples }) => [contender.name, figuresOf(samples, statements.get(contender)!)] as const,
  );
  say(
    `${operation.name}: ${figures.map(([name, { requestsPerSecond }]) => `${name} ${Math.round(requestsPerSecond)}/s`).join(', ')}`,
  );
  return { operation: operation.name, figures: Object.fromEntries(figures) };
}

/** @throws where two contenders do not answer the same, for then their speeds say nothing */
async function checkEqual(
  operation: Operation,
  taking: readonly { contender: Contender; request: Request }[],
): Promise<void> {
  let first: { readonly name: string; readonly data: unknown } | undefined;
  for (const { contender, request } of taking) {
    const ask = async (): Promise<string> =>
      (await fetch(request.url, { method: 'POST', headers: request.headers, body: request.body })).text();
    // The hub plans what has come before: it is the second answer that is measured.
    await ask();
    const data = plain(contender.dataOf(operation, await ask()));
    first ??= { name: contender.name, data };
    const found = difference(first.data, data);
    if (found) throw new Error(`${operation.name}: ${first.name} and ${contender.name} answer differently. ${found}`);
  }
  if (objectsIn(first?.data) < 2) throw new Error(`${operation.name} has nothing to answer.`);
}

const LAST_LINES = 200;

/** The hub counts its own, and logs them; the others are known: PostGraphile plans one, SQL by hand is one, and one reads the caller's rights. */
function statementsOf({ name }: Contender): number {
  if (name === 'sql-with-checks') return 2;
  if (name !== 'hub' && name !== 'hub-compiled') return 1;
  const lines = readFileSync(logOf(name), 'utf8')
    .split('\n')
    .filter((each) => each.includes('"statements"'))
    .slice(-LAST_LINES);
  // Requests that were cut off at the end of a round read nothing.
  const counts = lines.map((line) => (JSON.parse(line) as { statements: number }).statements);
  return counts.toSorted((one, other) => one - other)[Math.floor(counts.length / 2)]!;
}

async function viewersOf(pool: pg.Pool, operations: readonly Operation[]): Promise<Map<string, Viewer>> {
  const database = {
    read: async (text: string, values: unknown[]) =>
      (await pool.query<unknown[]>({ text, values, rowMode: 'array' })).rows,
  } as Database;
  const viewers = new Map<string, Viewer>();
  for (const { as } of operations)
    viewers.set(as, (await loadViewer(database, permissions, { accountId: as, sessionId: null }, new Date()))!);
  return viewers;
}

// The database and the contenders end with the process, not with a signal.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n\n${USAGE}\n`);
  process.exitCode = 2;
}
