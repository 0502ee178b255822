import pg from 'pg';

export interface Copy {
  readonly url: string;
  drop(): Promise<void>;
}

/** A copy of a loaded database, for what only reads is measured on it as well. Nobody may be connected to it meanwhile. */
export async function copyDatabase(url: string, suffix: string): Promise<Copy> {
  const [server, own] = [new URL(url), new URL(url)];
  const source = decodeURIComponent(server.pathname.slice(1));
  server.pathname = '/postgres';
  own.pathname = `/${source}_${suffix}`;
  const run = async (...statements: ((name: (text: string) => string) => string)[]): Promise<void> => {
    const client = new pg.Client({ connectionString: server.href });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement((text) => client.escapeIdentifier(text)));
    } finally {
      await client.end();
    }
  };
  const copy = `${source}_${suffix}`;
  await run(
    (name) => `drop database if exists ${name(copy)} with (force)`,
    (name) => `create database ${name(copy)} template ${name(source)}`,
  );
  return { url: own.href, drop: () => run((name) => `drop database if exists ${name(copy)} with (force)`) };
}
