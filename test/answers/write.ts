/** `npm run record`: records what every stored operation answers, and writes it to schema/client/answers. */
import { startVitest } from 'vitest/node';

process.env['ANSWERS'] = 'write';
const vitest = await startVitest('test', ['test/answers/answers.test.ts'], { run: true });
await vitest.close();
