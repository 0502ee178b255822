import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDistricts } from '../../seeds/district/index.ts';
import { testConfig } from '../support/config.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { NAMES, operationsFor, type Operation } from './operations.ts';
import { difference, objectsIn, plain } from './same-answer.ts';
import { createSqlServer } from './sql/server.ts';
import { findSubjects } from './subjects.ts';

let hub: TestHub;
let servers: readonly { readonly name: string; readonly app: FastifyInstance }[];
let operations: readonly Operation[];

beforeAll(async () => {
  hub = await startTestHub();
  const now = new Date();
  const { pool, url } = hub.database;
  await loadDistricts(pool, { now, factor: 1 / 50 });
  operations = operationsFor(await findSubjects(pool), now);
  const { token } = testConfig(url);
  servers = [
    { name: 'with checks', app: await createSqlServer({ databaseUrl: url, token, checks: true, poolSize: 2 }) },
    { name: 'bare', app: await createSqlServer({ databaseUrl: url, token, checks: false, poolSize: 2 }) },
  ];
});

afterAll(async () => {
  for (const { app } of servers ?? []) await app.close();
  await hub?.stop();
});

/** Few of a small district's meetings have as many replies, so this is the least that each answer holds. */
const LEAST: Readonly<Record<string, number>> = {
  CourseCatalogue: 20,
  VolunteerBoard: 30,
  MeetingReplies: 20,
  MeetingsAcrossSchools: 50,
  ParentHome: 15,
  OpenLink: 2,
  MeetingList: 80,
};

describe('SQL written by hand answers as the hub does', () => {
  it.each(NAMES)('%s', async (name) => {
    const { document, as, variables } = operations.find((each) => each.name === name)!;
    const { data, errors } = await hub.ask(document, { as, variables });
    expect(errors).toBeUndefined();
    expect(objectsIn(data)).toBeGreaterThanOrEqual(LEAST[name]!);
    for (const server of servers) {
      const response = await server.app.inject({
        method: 'POST',
        url: '/',
        headers: { authorization: `Bearer ${await hub.tokenOf(as)}` },
        payload: { operation: name, variables },
      });
      expect(response.statusCode, response.body).toBe(200);
      expect(difference(plain(data), plain(response.json<{ data: unknown }>().data)), server.name).toBeUndefined();
    }
  });
});
