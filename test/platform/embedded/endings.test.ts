import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startEmbeddedPostgres } from '../../../seeds/embedded/index.ts';
import { isAlive, waitUntil } from '../../../seeds/embedded/processes.ts';
import {
  cleanUpAfterEach,
  directoryWithData,
  ends,
  later,
  postmasterOf,
  query,
  startOwner,
  temporaryFolder,
} from './workplace.ts';

cleanUpAfterEach();

async function startAgain(directory: string) {
  const database = await startEmbeddedPostgres({ directory, persistent: true, settings: { fsync: 'off' } });
  later(() => database.stop());
  return database;
}

describe('the end of the process that owns a database', () => {
  it('by SIGKILL leaves PostgreSQL running, and the next start takes the data over', async () => {
    const directory = await directoryWithData();
    const owner = await startOwner(directory, 'persistent', 'wait');
    const orphan = postmasterOf(directory);
    await query(owner.url, 'CREATE TABLE kept AS SELECT 7 AS value');
    await expect(startEmbeddedPostgres({ directory, persistent: true, settings: { fsync: 'off' } })).rejects.toThrow(
      `in use by process ${owner.child.pid}`,
    );

    owner.child.kill('SIGKILL');
    await owner.ended;
    expect(await query(owner.url, 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);

    const database = await startAgain(directory);
    expect(isAlive(orphan)).toBe(false);
    expect(await query(database.url, 'TABLE kept')).toEqual([{ value: 7 }]);
  });

  it('by SIGKILL together with PostgreSQL is no obstacle', async () => {
    const directory = await directoryWithData();
    const owner = await startOwner(directory, 'persistent', 'wait');
    await query(owner.url, 'CREATE TABLE kept AS SELECT 7 AS value');
    owner.child.kill('SIGKILL');
    process.kill(postmasterOf(directory), 'SIGKILL');
    await owner.ended;

    expect(await query((await startAgain(directory)).url, 'TABLE kept')).toEqual([{ value: 7 }]);
  });

  it('by SIGKILL takes a throw-away database with it', async () => {
    const directory = temporaryFolder();
    const owner = await startOwner(directory, 'throw-away', 'wait');
    const orphan = postmasterOf(directory);
    owner.child.kill('SIGKILL');
    expect(await ends(orphan)).toBe(true);
    expect(await waitUntil(() => !existsSync(directory), 5000)).toBe(true);
  });

  it.each(['return', 'throw'] as const)('by %s without a stop ends PostgreSQL too', async (ending) => {
    const directory = await directoryWithData();
    const owner = await startOwner(directory, 'persistent', ending);
    expect(await owner.ended).toBe(ending === 'throw' ? 1 : 0);
    expect(existsSync(join(directory, 'data/postmaster.pid'))).toBe(false);
    expect(existsSync(join(directory, 'hub.lock'))).toBe(false);
    expect(readFileSync(join(directory, 'postgres.log'), 'utf8')).toContain('database system is shut down');
  });

  it('does not come by Ctrl-C at first, nor does that of PostgreSQL', async () => {
    const directory = await directoryWithData();
    const owner = await startOwner(directory, 'persistent', 'wait');
    // What a terminal does: the signal goes to every process of the foreground group.
    process.kill(-(owner.child.pid ?? 0), 'SIGINT');
    expect(await waitUntil(() => owner.output().includes('interrupted'), 5000)).toBe(true);
    expect(await query(owner.url, 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);

    owner.child.kill('SIGKILL');
    await owner.ended;
    await (await startAgain(directory)).stop();
  });
});

describe('what an earlier run left', () => {
  it('is not believed where its process numbers now belong to others', async () => {
    const directory = await directoryWithData();
    // This process and its parent are alive, but neither is a hub of that start time or a PostgreSQL.
    writeFileSync(join(directory, 'hub.lock'), JSON.stringify({ pid: process.ppid, started: 'long ago' }));
    writeFileSync(
      join(directory, 'data/postmaster.pid'),
      `${process.pid}\n${directory}/data\n1\n5432\n\n127.0.0.1\n  0 0\nready\n`,
    );

    const database = await startAgain(directory);
    expect(await query(database.url, 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
  });

  it('may be half a creation', async () => {
    const directory = join(temporaryFolder(), 'postgres');
    mkdirSync(join(directory, 'initdb-killed/data'), { recursive: true });
    writeFileSync(join(directory, 'initdb-killed/data/PG_VERSION'), '18\n');
    await (await startAgain(directory)).stop();
    expect(readdirSync(directory).sort()).toEqual(['data', 'password', 'postgres.log']);
  });
});
