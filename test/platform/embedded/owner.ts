import { startEmbeddedPostgres } from '../../../seeds/embedded/index.ts';

/** A process that owns a database, to be killed, interrupted or left to end in the tests. */
const [directory = '', persistent, ending] = process.argv.slice(2);

if (ending === 'wait') {
  // As a hub would: it drains first, and the database is not to end before it.
  process.on('SIGINT', () => process.stdout.write('interrupted\n'));
  setInterval(() => undefined, 1000);
}
const database = await startEmbeddedPostgres({
  directory,
  persistent: persistent === 'persistent',
  settings: { fsync: 'off' },
});
await new Promise<void>((resolve) => process.stdout.write(`${database.url}\n`, () => resolve()));
if (ending === 'throw') throw new Error('An error that nobody catches.');
