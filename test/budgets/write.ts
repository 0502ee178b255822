/** `npm run budgets`: measures what every stored query costs, and writes it to budgets.json. */
import { startVitest } from 'vitest/node';

process.env['BUDGETS'] = 'write';
const vitest = await startVitest('test', ['test/budgets/budgets.test.ts'], { run: true });
await vitest.close();
