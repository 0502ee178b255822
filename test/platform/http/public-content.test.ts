import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as miniProgram from '../../../schema/generated/mini-program.ts';
import {
  CourseCatalogueDocument,
  CourseDetailDocument,
  OpenLinkDocument,
  PolicySearchDocument,
} from '../../../schema/generated/mini-program.ts';
import { demoAccount, demoAccounts, loadDemo } from '../../../seeds/demo/index.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { startTestHub, textOf, type TestHub } from '../../support/hub.ts';
import { bearer } from '../../support/signed-in.ts';
import { guestsOf, until, type Answer, type Guests } from './guests.ts';
import { connections, hearers } from './hearers.ts';
import { NOW, openIdsIn, openTo, VARIABLES, type OpenIds } from './open-to-all.ts';
import { isQuery, typedDocumentsOf } from '../../support/typed-documents.ts';

let database: TestDatabase;
let one: TestHub;
let other: TestHub;
let get: Guests['get'];
let reads: Guests['reads'];
let warm: Guests['warm'];
let ids: OpenIds;

const titleOf = async (hub: TestHub): Promise<string> =>
  (
    JSON.parse((await get(CourseDetailDocument, { hub, variables: { id: ids.course } })).body) as {
      data: { course: { title: string } };
    }
  ).data.course.title;

beforeAll(async () => {
  database = await createTestDatabase();
  await loadDemo(database.pool, { now: NOW });
  [one, other] = await Promise.all([
    startTestHub({ database, clock: () => NOW, variables: VARIABLES }),
    startTestHub({ database, clock: () => NOW, variables: VARIABLES }),
  ]);
  ({ get, reads, warm } = guestsOf(one));
  ids = await openIdsIn(database);
});
afterAll(async () => {
  await Promise.all([one.stop(), other.stop()]);
  await database.drop();
});

describe('public content', () => {
  it('is what the declarations make so, of all that the mini-program asks', async () => {
    const variables = {
      id: ids.course,
      phrases: ['学校'],
      from: NOW.toISOString(),
      number: '2026-000001',
      shift: 'shift_00000000-0000-7000-8000-000000000000',
    };
    const found: string[] = [];
    for (const [operation, document] of typedDocumentsOf(miniProgram).filter(([, each]) => isQuery(each))) {
      const own = { ...variables, ...(operation === 'PolicyDetail' && { id: ids.document }) };
      let answer = await get(document, { variables: own });
      for (let time = 0; time < 2; time += 1) answer = await get(document, { variables: own });
      if (answer.etag) found.push(operation);
      else expect(answer.cacheControl).toBe('no-store');
    }
    expect(found.sort().join(' ')).toBe(
      'CourseCatalogue CourseDetail OpenLink PolicyCatalogue PolicyDetail PolicyLectures PolicySearch Topics',
    );
  });

  it('is answered as it is to a guest who asks by POST, and read once', async () => {
    for (const [document, variables] of openTo(ids)) {
      await warm(document, { variables });
      const { body, status, vary } = await get(document, { variables });
      const { status: posted, ...answer } = await one.ask(textOf(document), {
        variables: variables as Record<string, unknown>,
      });
      expect([status, vary, JSON.parse(body)]).toEqual([posted, 'Accept, Accept-Encoding, Authorization', answer]);
    }
  });

  it('may be kept by others, and what depends on the day until the end of the day', async () => {
    await warm(CourseDetailDocument, { variables: { id: ids.course } });
    expect((await get(CourseDetailDocument, { variables: { id: ids.course } })).cacheControl).toBe(
      'public, max-age=60, stale-while-revalidate=60',
    );
    const late = await startTestHub({
      database,
      clock: () => new Date('2026-11-16T15:59:10.500Z'),
      variables: VARIABLES,
    });
    try {
      await warm(PolicySearchDocument, { hub: late, variables: { phrases: ['学校'] } });
      expect((await get(PolicySearchDocument, { hub: late, variables: { phrases: ['学校'] } })).cacheControl).toBe(
        'public, max-age=49, stale-while-revalidate=0',
      );
    } finally {
      await late.stop();
    }
  });

  it('has a strong validator: 304 to whoever has it, in any form that a proxy makes of it', async () => {
    await warm(CourseCatalogueDocument);
    const { etag, body, cacheControl } = await get(CourseCatalogueDocument);
    expect(etag).toMatch(/^"[\w-]{43}-gzip"$/);
    for (const value of [etag!, etag!.replace('-gzip', ''), `W/${etag}`, `"x", ${etag}`, '*']) {
      expect(await get(CourseCatalogueDocument, { headers: { 'if-none-match': value } })).toEqual({
        status: 304,
        body: '',
        etag,
        cacheControl,
        vary: 'Accept, Accept-Encoding, Authorization',
      });
    }
    for (const value of ['"x"', etag!.slice(1, -1), ''])
      expect((await get(CourseCatalogueDocument, { headers: { 'if-none-match': value } })).body).toBe(body);
    expect((await get(CourseCatalogueDocument, { variables: { first: 1 } })).etag).not.toBe(etag);
  });

  it('is one answer whatever the order of the variables and the language', async () => {
    await warm(CourseCatalogueDocument, { variables: { first: 3, after: null } });
    expect(
      await reads(CourseCatalogueDocument, {
        variables: { after: null, first: 3 },
        headers: { 'accept-language': 'en' },
      }),
    ).toBe(0);
  });

  it("in error is nobody's", async () => {
    for (const variables of [{ first: 101 }, { first: 'x' }, { after: 'x' }]) {
      for (let time = 0; time < 2; time += 1) {
        const { etag, cacheControl, body } = await get(CourseCatalogueDocument, { variables });
        expect([etag, cacheControl]).toEqual([null, 'no-store']);
        expect(body).toContain('"errors"');
      }
    }
  });

  it('is not kept where nobody may keep it', async () => {
    const off = await startTestHub({ database, clock: () => NOW, variables: { ...VARIABLES, PUBLIC_CACHE: 'off' } });
    try {
      for (let time = 0; time < 2; time += 1) await get(CourseCatalogueDocument, { hub: off });
      expect(await reads(CourseCatalogueDocument, { hub: off })).toBe(1);
      expect(await get(CourseCatalogueDocument, { hub: off })).toMatchObject({ etag: null, cacheControl: 'no-store' });
    } finally {
      await off.stop();
    }
  });
});

describe('whoever is signed in', () => {
  it('is neither given what is kept nor has an answer kept, whatever they may see', async () => {
    await warm(CourseCatalogueDocument);
    const { body: ofAGuest } = await get(CourseCatalogueDocument);
    for (const { id } of demoAccounts) {
      const headers = bearer(await one.tokenOf(id));
      const { result, statements } = await one.statementsOf(() => get(CourseCatalogueDocument, { headers }));
      expect(result).toMatchObject({ status: 200, cacheControl: 'no-store', etag: null });
      expect(statements.length).toBeGreaterThan(0);
    }
    expect((await get(CourseCatalogueDocument)).body).toBe(ofAGuest);
    const ofTheDistrict = await get(CourseCatalogueDocument, {
      headers: bearer(await one.tokenOf(demoAccount('district-admin').id)),
    });
    expect(ofTheDistrict.body).not.toBe(ofAGuest);
  });

  it('is not answered 304 for what a guest was given', async () => {
    const { etag } = await get(CourseCatalogueDocument);
    expect(
      (
        await get(CourseCatalogueDocument, {
          headers: { ...bearer(await one.tokenOf(demoAccount('parent').id)), 'if-none-match': etag! },
        })
      ).status,
    ).toBe(200);
    expect(
      (await get(CourseCatalogueDocument, { headers: { authorization: 'Bearer nonsense', 'if-none-match': etag! } }))
        .status,
    ).toBe(401);
  });
});

describe('a change', () => {
  const rename = async (title: string): Promise<void> => {
    await database.pool.query('update course set title = $1 where id = $2', [title, ids.course.replace('course_', '')]);
  };
  /** Something has changed, and the hub knows. The catalogue reads no chapters. */
  const heard = async (): Promise<void> => {
    await warm(CourseCatalogueDocument);
    await database.pool.query(`select pg_notify('public_content', '')`);
    await until(async () => (await reads(CourseCatalogueDocument)) > 0);
  };

  it('is seen at once by every process', async () => {
    const variables = { id: ids.course };
    await Promise.all([
      warm(CourseDetailDocument, { variables }),
      warm(CourseDetailDocument, { variables, hub: other }),
    ]);
    for (const title of ['家庭教育第一课', '家庭教育第二课']) {
      await rename(title);
      const begun = performance.now();
      await until(async () => (await titleOf(one)) === title && (await titleOf(other)) === title);
      expect(performance.now() - begun).toBeLessThan(1_000);
      await warm(CourseDetailDocument, { variables });
    }
  });

  it('that is taken back is none', async () => {
    const variables = { id: ids.course };
    await warm(CourseDetailDocument, { variables });
    const client = await database.pool.connect();
    await client.query('begin; update course set title = title; rollback');
    client.release();
    await sleep(50);
    expect(await reads(CourseDetailDocument, { variables })).toBe(0);
  });

  it('while an answer is being read: it is given, and not kept', async () => {
    const variables = { id: ids.course };
    await warm(CourseDetailDocument, { variables });
    const client = await database.pool.connect();
    let slow: Promise<Answer>;
    try {
      await client.query('begin; lock table chapter in access exclusive mode');
      await heard();
      slow = get(CourseDetailDocument, { variables });
      await until(
        async () =>
          (
            await database.pool.query(
              `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
            )
          ).rowCount === 1,
      );
      await heard();
    } finally {
      await client.query('rollback');
      client.release();
    }
    expect(await slow).toMatchObject({ status: 200, cacheControl: 'public, max-age=60, stale-while-revalidate=60' });
    expect(await reads(CourseDetailDocument, { variables })).toBe(1);
    expect(await reads(CourseDetailDocument, { variables })).toBe(0);
  });

  it('has a crowd read once', async () => {
    const variables = { id: ids.course };
    await warm(CourseDetailDocument, { variables });
    await heard();
    const { result, statements } = await one.statementsOf(() =>
      Promise.all(Array.from({ length: 40 }, () => get(CourseDetailDocument, { variables }))),
    );
    expect(new Set(result.map(({ body }) => body)).size).toBe(1);
    expect(statements).toHaveLength(1);
  });

  it('is not missed while nothing can be heard: every answer is read anew until it can', async () => {
    const variables = { id: ids.course };
    const readsTwice = async (): Promise<boolean> =>
      (await reads(CourseDetailDocument, { variables })) > 0 && (await reads(CourseDetailDocument, { variables })) > 0;
    await warm(CourseDetailDocument, { variables });
    const deaf = await hearers(database);
    expect(deaf).toHaveLength(2);
    await connections(database, false);
    try {
      await database.pool.query('select pg_terminate_backend(pid) from unnest($1::int[]) as pid', [deaf]);
      await until(readsTwice);
      await rename('家庭教育第三课');
      expect(await titleOf(one)).toBe('家庭教育第三课');
      expect(await readsTwice()).toBe(true);
    } finally {
      await connections(database, true);
    }
    await until(async () => (await hearers(database)).length === 2);
    await warm(CourseDetailDocument, { variables });
    await rename('家庭教育第四课');
    await until(async () => (await titleOf(one)) === '家庭教育第四课');
  });

  it('in a table that tells of none would be missed: nothing that is read there is kept', async () => {
    await database.pool.query('alter table chapter disable trigger tells_of_change');
    const third = await startTestHub({ database, clock: () => NOW, variables: VARIABLES });
    try {
      await warm(OpenLinkDocument, { variables: { id: ids.course }, hub: third });
      const asked = { variables: { id: ids.course }, hub: third };
      for (let time = 0; time < 3; time += 1) await get(CourseDetailDocument, asked);
      expect(await reads(CourseDetailDocument, asked)).toBe(1);
      expect(await get(CourseDetailDocument, asked)).toMatchObject({ etag: null, cacheControl: 'no-store' });
    } finally {
      await third.stop();
      await database.pool.query('alter table chapter enable trigger tells_of_change');
    }
  });
});
