import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseFaultOf, type DatabaseFault } from '../../../src/platform/database/index.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** What PostgreSQL answers under this SQLSTATE, as its driver throws it. */
const thrownUnder = (state: string): Promise<unknown> =>
  database.pool.query(`do $$ begin raise exception 'as asked' using errcode = '${state}'; end $$`).then(
    () => undefined,
    (error: unknown) => error,
  );

describe('what PostgreSQL says', () => {
  it.each<[string, string, DatabaseFault | undefined]>([
    ['08006', 'the connection failed', 'AWAY'],
    ['53100', 'the disk is full', 'AWAY'],
    ['53200', 'no memory', 'AWAY'],
    ['58030', 'the disk fails', 'AWAY'],
    ['57P01', 'it stops', 'AWAY'],
    ['25006', 'it only reads', 'AWAY'],
    ['55P03', 'a lock was not to be had', 'AWAY'],
    ['40P01', 'a deadlock', 'AWAY'],
    ['F0001', 'its lock file', 'AWAY'],
    ['XX000', 'a mistake of its own', 'AWAY'],
    ['XX001', 'a page cannot be read', 'AWAY'],
    ['XX002', 'an index is broken', 'AWAY'],
    ['57014', 'the time was up', 'TOO_LATE'],
    ['54000', 'a limit', 'TOO_LARGE'],
    ['54001', 'too deep a statement', 'TOO_LARGE'],
    ['23505', 'a rule of the tables', undefined],
    ['42601', 'a statement that is none', undefined],
    ['25P02', 'a transaction that had failed before', undefined],
  ])('%s: %s', async (state, _what, fault) => {
    expect(databaseFaultOf(await thrownUnder(state))).toBe(fault);
  });
});
