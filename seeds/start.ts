/**
 * `npm start`: the demonstration, with a database of its own and fictional people, or, where DATABASE_URL is set,
 * the hub as it is.
 */
import pg from 'pg';
import { migrate } from '../src/app.ts';
import { serve } from '../src/main.ts';
import { createTokens } from '../src/platform/auth/index.ts';
import { configOrExit, type Config } from '../src/platform/config/index.ts';
import { demoAccounts, isEmpty, loadDemo } from './demo/index.ts';
import { exampleTabs } from './demo/examples.ts';
import { thisWeek } from './demo/this-week.ts';
import { DATA_DIRECTORY, openLocalDatabase, type LocalDatabase } from './local-database.ts';

const TOKEN_SECONDS = 12 * 3600;

async function startDemonstration(): Promise<void> {
  // A mistake in the configuration is told before anything is brought up.
  configOrExit('postgresql://not-yet@127.0.0.1/none');
  const database = await openLocalDatabase();
  try {
    const config = { ...configOrExit(database.url), migrationDatabaseUrl: database.ownerUrl };
    await migrate(config);
    await fill(database.ownerUrl);
    await run(config, database);
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function fill(ownerUrl: string): Promise<void> {
  const connection = new pg.Client({ connectionString: ownerUrl });
  await connection.connect();
  try {
    if (!(await isEmpty(connection))) return;
    process.stdout.write('Loading fictional people … 正在载入演示数据\n');
    await loadDemo(connection, { now: thisWeek(new Date()) });
  } finally {
    await connection.end();
  }
}

async function run(config: Config, database: LocalDatabase): Promise<void> {
  const tokens = createTokens(config.token);
  const tokenOf = new Map<string, string>();
  for (const account of demoAccounts) tokenOf.set(account.name, await tokens.sign(account.id, TOKEN_SECONDS));
  await serve(config, {
    explorerTabs: () => exampleTabs(new Date(), tokenOf),
    onListening: (address) => process.stdout.write(greeting(address, tokenOf)),
    onStopped: () => database.stop(),
  });
}

function greeting(address: string, tokenOf: ReadonlyMap<string, string>): string {
  const lines = demoAccounts.map(
    ({ name, zh, en, firstQuery }) => `
${zh} · ${en}  (npm run token -- --as ${name})
  ${firstQuery}
  Bearer ${tokenOf.get(name)!}`,
  );
  return `${lines.join('\n')}

GraphQL   ${address}/graphql
Explorer  ${address}/
Ctrl-C stops the hub and its database; the data stay in ${DATA_DIRECTORY}.
`;
}

if (process.env['DATABASE_URL'] || process.env['NODE_ENV'] === 'production') await serve(configOrExit());
else await startDemonstration();
