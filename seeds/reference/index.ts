import type { Pool } from 'pg';
import { namedId } from '../deterministic/index.ts';
import { aGrade, aTopic } from '../factories/index.ts';
import { TOPICS, type TopicCode } from './topics.ts';

export { TOPICS, type TopicCode } from './topics.ts';

export interface Reference {
  /** By number, 1 to 9. */
  readonly grades: ReadonlyMap<number, string>;
  readonly topics: ReadonlyMap<TopicCode, string>;
}

type Queryable = Pick<Pool, 'query'>;

/** Writes the grades and topics that are missing, and answers the ids of all: those that are there stay as they are. */
export async function loadReference(connection: Queryable): Promise<Reference> {
  const grades = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) =>
    aGrade({ id: namedId(`grade/${number}`, number), number }),
  );
  const topics = TOPICS.map((topic, place) => aTopic({ id: namedId(`topic/${topic.code}`, place), ...topic }));
  await insertMissing(connection, 'grade', ['number', 'name', 'stage'], grades);
  await insertMissing(connection, 'topic', ['code', 'name'], topics);
  return {
    grades: await idsBy<number>(connection, 'select number as key, id from grade'),
    topics: await idsBy<TopicCode>(connection, 'select code as key, id from topic'),
  };
}

type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly createdAt: Date };

async function insertMissing(
  connection: Queryable,
  table: string,
  columns: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  for (const row of rows) {
    await connection.query(
      `insert into ${table} (id, created_at, ${columns.join(', ')}) values ($1, $2, ${columns.map((_, index) => `$${index + 3}`).join(', ')})
       on conflict do nothing`,
      [row.id, row.createdAt, ...columns.map((column) => row[column])],
    );
  }
}

async function idsBy<Key>(connection: Queryable, text: string): Promise<Map<Key, string>> {
  const { rows } = await connection.query<{ key: Key; id: string }>(text);
  return new Map(rows.map(({ key, id }) => [key, id]));
}
