import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startEmbeddedPostgres } from '../../../seeds/embedded/index.ts';
import { cleanUpAfterEach, directoryWithData, ends, later, postmasterOf, query, temporaryFolder } from './workplace.ts';

cleanUpAfterEach();

async function start(
  directory: string,
  persistent: boolean,
  more: { port?: number; settings?: Record<string, string>; onLog?: (line: string) => void } = {},
) {
  const database = await startEmbeddedPostgres({
    directory,
    persistent,
    ...more,
    settings: { fsync: 'off', ...more.settings },
  });
  later(() => database.stop());
  return database;
}

describe('a throw-away database', () => {
  it('has what the hub needs of PostgreSQL', async () => {
    const database = await start(temporaryFolder(), false, { settings: { max_connections: '37' } });
    const url = await database.createDatabase('hub test');

    await query(url, 'CREATE EXTENSION pg_trgm; CREATE EXTENSION btree_gist');
    const [facts] = await query(
      url,
      `SELECT current_database() AS name, current_setting('server_encoding') AS encoding,
              current_setting('TimeZone') AS timezone,
              current_setting('listen_addresses') AS addresses, current_setting('max_connections') AS connections,
              cardinality(show_trgm('双减政策')) AS trigrams,
              (SELECT string_agg(name, '' ORDER BY name COLLATE "zh-x-icu")
                 FROM unnest(ARRAY['张', '王', '李']) AS name) AS pinyin`,
    );
    expect(facts).toEqual({
      name: 'hub test',
      encoding: 'UTF8',
      timezone: 'UTC',
      addresses: '127.0.0.1',
      connections: '37',
      trigrams: 5,
      pinyin: '李王张',
    });
    await expect(query(url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(
      'password authentication failed',
    );
  });

  it('leaves neither a process nor a file when stopped, and may be stopped twice', async () => {
    const directory = temporaryFolder();
    const database = await start(directory, false);
    const pid = postmasterOf(directory);

    await Promise.all([database.stop(), database.stop()]);
    expect(await ends(pid)).toBe(true);
    expect(existsSync(directory)).toBe(false);
    await database.stop();
  });

  it('does not take a folder with something in it', async () => {
    const directory = temporaryFolder();
    writeFileSync(join(directory, 'dear'), '');
    await expect(startEmbeddedPostgres({ directory, persistent: false })).rejects.toThrow('not empty');
    expect(existsSync(join(directory, 'dear'))).toBe(true);
  });
});

describe('a lasting database', () => {
  it('keeps data, password and databases over a stop', async () => {
    const directory = await directoryWithData();
    const first = await start(directory, true);
    await query(await first.createDatabase('hub'), 'CREATE TABLE kept AS SELECT 7 AS value');
    await first.stop();
    expect(statSync(join(directory, 'password')).mode & 0o777).toBe(0o600);

    const second = await start(directory, true);
    expect(new URL(second.url).password).toBe(new URL(first.url).password);
    const [again, twice] = await Promise.all([second.createDatabase('hub'), second.createDatabase('hub')]);
    expect(again).toBe(twice);
    expect(await query(again, 'TABLE kept')).toEqual([{ value: 7 }]);
  });

  it('refuses a second owner, and says who the first is', async () => {
    const directory = await directoryWithData();
    const results = await Promise.allSettled([start(directory, true), start(directory, true)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refusal = results.find((result) => result.status === 'rejected');
    expect(String(refusal?.reason)).toContain(`in ${directory} is in use by this very process`);
  });

  it('reports why PostgreSQL did not start, in its own words, and can be started afterwards', async () => {
    const directory = await directoryWithData();
    await expect(start(directory, true, { settings: { max_connections: 'many' } })).rejects.toThrow(
      /did not start[\s\S]*invalid value for parameter "max_connections": "many"/,
    );
    const lines: string[] = [];
    const database = await start(directory, true, { onLog: (line) => lines.push(line) });
    await database.stop();
    expect(lines.join('\n')).toMatch(/ready to accept connections[\s\S]*database system is shut down/);
  });

  it('uses the port that was asked for, or names it as taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    later(() => void other.close());
    const { port } = other.address() as AddressInfo;
    const directory = await directoryWithData();
    await expect(start(directory, true, { port })).rejects.toThrow('Address already in use');

    await new Promise((resolve) => other.close(resolve));
    expect(new URL((await start(directory, true, { port })).url).port).toBe(String(port));
  });

  it('says so when the password is missing or is not that of the data', async () => {
    const directory = await directoryWithData();
    const password = readFileSync(join(directory, 'password'), 'utf8');

    writeFileSync(join(directory, 'password'), 'wrong\n');
    await expect(start(directory, true)).rejects.toThrow('is not that of the data');
    expect(existsSync(join(directory, 'data/postmaster.pid'))).toBe(false);

    writeFileSync(join(directory, 'password'), password);
    await (await start(directory, true)).stop();
  });
});
