/** `npm run bench:growth`: each operation asked of less and of more data in turn, by one connection, and what its statements examine. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { createHub, type Hub } from '../../../src/app.ts';
import { createLogger } from '../../../src/platform/observability/index.ts';
import { RowCounter } from '../../budgets/row-counter.ts';
import { configOf, DATA, openBenchDatabases } from '../database.ts';
import { operationsFor, type Operation } from '../operations.ts';
import { UsageError } from '../options.ts';
import { objectsIn } from '../same-answer.ts';
import { findSubjects } from '../subjects.ts';
import { readGrowthOptions, USAGE, type GrowthOptions } from './options.ts';
import { explain, type PlanSummary } from './plan-summary.ts';
import { growthTable, type GrowthRow } from './report.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** A hub on data of one size. */
interface Field {
  readonly name: string;
  readonly hub: Hub;
  readonly address: string;
  readonly operations: readonly Operation[];
  readonly counter: RowCounter;
  readonly pool: pg.Pool;
  /** What was sent since it was last emptied. */
  readonly sent: { readonly text: string; readonly values: readonly unknown[] }[];
}

async function main(options: GrowthOptions): Promise<void> {
  mkdirSync(DATA, { recursive: true });
  const { urls, stop } = await openBenchDatabases(options.databases.length > 0 ? [] : options.sizes, say);
  const named =
    options.databases.length > 0
      ? options.databases.map((url) => ({ url, name: new URL(url).pathname.slice(1) }))
      : urls.map((url, index) => ({ url, name: options.sizes[index]!.name }));
  const fields: Field[] = [];
  try {
    for (const { name, url } of named) fields.push(await openField(name, url));
    const rows: GrowthRow[] = [];
    for (const { name } of fields[0]!.operations) {
      const row = await compare(name, fields, options.requests);
      rows.push(row);
      say(
        `${name}: p50 ${row.figures.map((each) => each.p50.toFixed(1)).join(' → ')} ms, ${row.figures.map((each) => each.rows).join(' → ')} rows`,
      );
    }
    const names = fields.map((each) => each.name);
    say(`\n${growthTable(names, rows)}\n`);
    writeFileSync(
      join(DATA, 'growth.json'),
      `${JSON.stringify({ at: new Date().toISOString(), sizes: names, requests: options.requests, rows }, null, 2)}\n`,
    );
    say(`Written: ${join(DATA, 'growth.json')}, with the plan of each statement`);
  } finally {
    for (const field of fields) {
      await field.hub.stop();
      await field.counter.end();
      await field.pool.end();
    }
    await stop();
  }
}

async function openField(name: string, url: string): Promise<Field> {
  const sent: Field['sent'] = [];
  const config = configOf(url);
  // What a hub says by itself, of its work or of the rates, would stand among the statements of an answer.
  const quiet = { jobs: { work: false, atOnce: 1 }, rates: { ...config.rates, store: 'memory' } } as const;
  const hub = await createHub(
    { ...config, ...quiet, port: 0, poolSize: 1, drainDelayMs: 0 },
    {
      logger: createLogger('silent'),
      onStatement: (text, values) => void sent.push({ text, values }),
    },
  );
  const pool = new pg.Pool({ connectionString: url, max: 1, options: '-c timezone=UTC' });
  return {
    name,
    hub,
    address: await hub.listen(),
    operations: operationsFor(await findSubjects(pool), new Date()),
    counter: await RowCounter.connect(url),
    pool,
    sent,
  };
}

async function compare(name: string, fields: readonly Field[], requests: number): Promise<GrowthRow> {
  const taking = [];
  for (const field of fields) {
    const operation = field.operations.find((each) => each.name === name)!;
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${await field.hub.tokens.sign(operation.as, 86_400)}`,
    };
    const body = JSON.stringify({ query: operation.document, operationName: name, variables: operation.variables });
    const ask = async (): Promise<string> =>
      (await fetch(`${field.address}/graphql`, { method: 'POST', headers, body })).text();
    // What is planned has come before, and its plan is kept by the connection.
    for (let time = 0; time < 5; time += 1) await ask();
    taking.push({ field, ask, times: [] as number[] });
  }
  for (let request = 0; request < requests; request += 1) {
    for (const { ask, times } of taking) {
      const begun = performance.now();
      await ask();
      times.push(performance.now() - begun);
    }
  }
  const figures = [];
  for (const { field, ask, times } of taking) {
    field.sent.length = 0;
    const answer = JSON.parse(await ask()) as { data?: unknown; errors?: unknown };
    if (answer.errors || objectsIn(answer.data) < 2)
      throw new Error(`${name} has nothing to answer at ${field.name}: ${JSON.stringify(answer).slice(0, 500)}`);
    const statements = [...field.sent];
    const plans: PlanSummary[] = [];
    for (const each of statements) plans.push(await explain(field.pool, each));
    let rows = 0;
    for (const each of statements)
      rows += Object.values((await field.counter.count(each)).rows).reduce((sum, count) => sum + count, 0);
    const sorted = times.sort((one, other) => one - other);
    const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
    figures.push({
      objects: objectsIn(answer.data),
      p10: at(0.1),
      p50: at(0.5),
      p95: at(0.95),
      statements: statements.length,
      rows,
      buffers: plans.reduce((sum, plan) => sum + plan.buffers, 0),
      plans,
    });
  }
  return { operation: name, figures };
}

// The database and the hubs end with the process, not with a signal.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

try {
  await main(readGrowthOptions(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n\n${USAGE}\n`);
  process.exitCode = 2;
}
