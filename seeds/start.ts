/**
 * `npm start`: the demonstration, with a database of its own and fictional people, or, where DATABASE_URL is set,
 * the hub as it is.
 */
import { TOTP } from 'otpauth';
import pg from 'pg';
import { migrate } from '../src/app.ts';
import { serve } from '../src/main.ts';
import { createTokens } from '../src/platform/auth/index.ts';
import { configOrExit, DEMO_SIGNING_KEY, type Config } from '../src/platform/config/index.ts';
import { demoAccount, demoAccounts, DEMO_SIGN_IN, isEmpty, loadDemo } from './demo/index.ts';
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
    const staffNumber = await fill(database.ownerUrl);
    await run(config, database, staffNumber);
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** @returns the number by which the district administrator signs in; null where a demonstration of before has no password */
async function fill(ownerUrl: string): Promise<string | null> {
  const connection = new pg.Client({ connectionString: ownerUrl });
  await connection.connect();
  try {
    if (await isEmpty(connection)) {
      process.stdout.write('Loading fictional people … 正在载入演示数据\n');
      await loadDemo(connection, { now: thisWeek(new Date()) });
    }
    const { rows } = await connection.query<{ staff_number: string }>(
      `select stf.staff_number from staff stf join account acc on acc.person_id = stf.person_id
        join staff_identity sid on sid.account_id = acc.id and sid.issuer = 'local' where acc.id = $1`,
      [demoAccount('district-admin').id],
    );
    return rows[0]?.staff_number ?? null;
  } finally {
    await connection.end();
  }
}

async function run(config: Config, database: LocalDatabase, staffNumber: string | null): Promise<void> {
  const tokens = createTokens(config.token);
  const tokenOf = new Map<string, string>();
  for (const account of demoAccounts) tokenOf.set(account.name, await tokens.sign(account.id, TOKEN_SECONDS));
  await serve(config, {
    explorerTabs: () => exampleTabs(new Date(), tokenOf),
    onListening: (address) =>
      process.stdout.write(greeting(address, tokenOf, config.token.key === DEMO_SIGNING_KEY ? staffNumber : null)),
    onStopped: () => database.stop(),
  });
}

function greeting(address: string, tokenOf: ReadonlyMap<string, string>, staffNumber: string | null): string {
  const lines = demoAccounts.map(
    ({ name, zh, en, firstQuery }) => `
${zh} · ${en}  (npm run token -- --as ${name})
  ${firstQuery}
  Bearer ${tokenOf.get(name)!}`,
  );
  return `${lines.join('\n')}
${staffNumber === null ? '' : passwordOf(staffNumber)}
GraphQL   ${address}/graphql
Explorer  ${address}/
Ctrl-C stops the hub and its database; the data stay in ${DATA_DIRECTORY}.
`;
}

function passwordOf(staffNumber: string): string {
  const { password, authenticatorSecret } = DEMO_SIGN_IN;
  return `
区教委管理员 · district administrator, by password  (signInWithPassword)
  staffNumber ${staffNumber}  password ${password}  code ${new TOTP({ secret: authenticatorSecret }).generate()}, then those of the key ${authenticatorSecret}
`;
}

if (process.env['DATABASE_URL'] || process.env['NODE_ENV'] === 'production') await serve(configOrExit());
else await startDemonstration();
