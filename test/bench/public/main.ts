/** `npm run bench:public`: what guests ask of public content, read anew for each, kept, and told to be still the same. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startContender, type Contender, type Request } from '../contenders.ts';
import { divideCores, serverOf } from '../cores.ts';
import { DATA, openBenchDatabase } from '../database.ts';
import { measure, warmUp } from '../measure.ts';
import { trustedDocuments } from '../operations.ts';
import { figuresOf, type Figures } from '../result.ts';
import { findPublicSubjects } from '../subjects.ts';
import { publicTable, type PublicRow } from './report.ts';

const USAGE = `npm run bench:public -- [options]
  --factor N         size of the district: 1 is a whole one (0.1)
  --database URL     a loaded database instead of one of its own
  --seconds N        length of a measurement (2)
  --rounds N         how often the ways take turns (3)`;

const CHANGES_EVERY_MS = 1_000;

interface Asked {
  readonly operation: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(values: Values): Promise<void> {
  mkdirSync(DATA, { recursive: true });
  const database = await openBenchDatabase(values.factor, values.database, say);
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  let hub: Contender | undefined;
  try {
    const { course, document } = await findPublicSubjects(pool);
    const operations: readonly Asked[] = [
      { operation: 'CourseCatalogue', variables: {} },
      { operation: 'CourseDetail', variables: { id: `course_${course}` } },
      { operation: 'PolicyDetail', variables: { id: `policy-document_${document}` } },
    ];
    const cores = divideCores();
    hub = await startContender('hub-compiled', { databaseUrl: database.url, cores, viewers: new Map() });
    const postmaster = await serverOf(pool);
    const rows: PublicRow[] = [];
    for (const asked of operations) rows.push(await waysOf(asked, hub, pool, values, postmaster));
    say(`\n${publicTable(rows)}\n`);
    writeFileSync(
      join(DATA, 'public.json'),
      `${JSON.stringify({ at: new Date().toISOString(), machine: cores.description, ...values, rows }, null, 2)}\n`,
    );
  } finally {
    await hub?.stop();
    await pool.end();
    await database.stop();
  }
}

async function waysOf(
  { operation, variables }: Asked,
  hub: Contender,
  pool: pg.Pool,
  { seconds, rounds }: Values,
  postmaster: number | undefined,
): Promise<PublicRow> {
  const documentId = `sha256:${createHash('sha256').update(trustedDocuments().get(operation)!).digest('hex')}`;
  const address = `${hub.url}/graphql?documentId=${documentId}&variables=${encodeURIComponent(JSON.stringify(variables))}`;
  const anew: Request = {
    url: `${hub.url}/graphql`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ documentId, variables }),
  };
  const kept: Request = { url: address, method: 'GET', headers: {}, body: '' };
  const ask = async () => {
    const response = await fetch(address);
    return { etag: response.headers.get('etag'), text: await response.text() };
  };
  await ask();
  const { etag, text } = await ask();
  const readAnew = await (await fetch(anew.url, { method: 'POST', headers: anew.headers, body: anew.body })).text();
  if (!etag || text !== readAnew || text.includes('"errors"'))
    throw new Error(`${operation} is not public, or is kept as something else: ${text.slice(0, 300)}`);
  const same: Request = { ...kept, headers: { 'if-none-match': etag } };
  const ways = { anew, kept, same, changing: kept } as const;
  const samples = { anew: [], kept: [], same: [], changing: [] } as Record<
    keyof typeof ways,
    Parameters<typeof figuresOf>[0][number][]
  >;
  for (const way of Object.values(ways)) await warmUp(way, seconds / 2);
  for (let round = 0; round < rounds; round += 1) {
    for (const [way, request] of Object.entries(ways) as [keyof typeof ways, Request][]) {
      const changes =
        way === 'changing'
          ? setInterval(
              () =>
                void pool.query('update course set created_at = created_at where id = (select id from course limit 1)'),
              CHANGES_EVERY_MS,
            )
          : undefined;
      samples[way].push(await measure(hub, request, seconds, postmaster));
      clearInterval(changes);
    }
  }
  const figures = Object.fromEntries(Object.entries(samples).map(([way, of]) => [way, figuresOf(of, 0)])) as Record<
    keyof typeof ways,
    Figures
  >;
  say(
    `${operation}: ${Object.entries(figures)
      .map(([way, { requestsPerSecond }]) => `${way} ${Math.round(requestsPerSecond)}/s`)
      .join(', ')}`,
  );
  return { operation, bytes: text.length, ...figures };
}

interface Values {
  readonly factor: number;
  readonly database: string | undefined;
  readonly seconds: number;
  readonly rounds: number;
}

function read(argv: readonly string[]): Values | undefined {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        help: { type: 'boolean' },
        factor: { type: 'string' },
        database: { type: 'string' },
        seconds: { type: 'string' },
        rounds: { type: 'string' },
      },
    });
    const [factor, seconds, rounds] = [values.factor ?? '0.1', values.seconds ?? '2', values.rounds ?? '3'].map(Number);
    const isNumber = factor! > 0 && seconds! > 0 && rounds! >= 1;
    return values.help || !isNumber
      ? undefined
      : {
          factor: factor!,
          seconds: seconds!,
          rounds: rounds!,
          database: values.database ?? process.env['DATABASE_URL'],
        };
  } catch {
    return undefined;
  }
}

// The database and the hub end with the process, not with a signal.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const values = read(process.argv.slice(2));
if (values) await main(values);
else {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
}
