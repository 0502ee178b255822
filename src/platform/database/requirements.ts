import type { Database } from './database.ts';

export class UnfitDatabase extends Error {
  constructor(reasons: readonly string[]) {
    super(`The database cannot be used:\n${reasons.map((each) => `  ${each}`).join('\n')}`);
    this.name = 'UnfitDatabase';
  }
}

const LEAST_VERSION = 150_000;

/** @throws UnfitDatabase naming everything about the server or database that the hub cannot work with */
export async function checkServer(database: Database): Promise<void> {
  const [row] = await database.read(
    `select current_setting('server_version_num')::int, current_setting('server_encoding'),
      (select d.datcollate from pg_database d where d.datname = current_database()),
      exists (select 1 from pg_collation where collname = 'zh-x-icu')`,
    [],
  );
  const [version, encoding, collation, hasPinyin] = row as [number, string, string, boolean];
  const reasons = [
    version < LEAST_VERSION && `PostgreSQL 15 or newer is needed; this is ${Math.floor(version / 10_000)}.`,
    encoding !== 'UTF8' && `Its encoding must be UTF8; it is ${encoding}.`,
    (collation === 'C' || collation === 'POSIX') &&
      'Its locale must not be C, under which Chinese text has no letters: create it with C.UTF-8 or another UTF-8 locale.',
    !hasPinyin && 'It has no collation zh-x-icu: PostgreSQL must be built with ICU.',
  ].filter((each) => each !== false);
  if (reasons.length > 0) throw new UnfitDatabase(reasons);
}

/** Nothing is written, unlike what the migrator does to find out. @throws UnfitDatabase where migrations have yet to run */
export async function checkMigrations(
  database: Database,
  declared: readonly { readonly name: string }[],
): Promise<void> {
  const [[exists] = []] = await database.read(`select to_regclass('schema_migration') is not null`, []);
  const done = exists === true ? await database.read('select name from schema_migration', []) : [];
  const names = new Set(done.map(([name]) => name));
  const pending = declared.filter(({ name }) => !names.has(name));
  if (pending.length > 0) {
    throw new UnfitDatabase([
      `${pending.map((each) => each.name).join(', ')} must run first: npm run migrate, or MIGRATE_ON_START=true.`,
    ]);
  }
}
