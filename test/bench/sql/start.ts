/** The process of the SQL written by hand: DATABASE_URL, PORT, TOKEN_SIGNING_KEY, BENCH_CHECKS (yes or no). */
import { configFromProcess } from '../../../src/platform/config/index.ts';
import { createSqlServer } from './server.ts';

const { databaseUrl, token, port, host, poolSize } = configFromProcess();
const app = await createSqlServer({ databaseUrl, token, poolSize, checks: process.env['BENCH_CHECKS'] === 'yes' });
await app.listen({ host, port });
process.on('SIGTERM', () => {
  void app.close().then(() => process.exit(0));
});
