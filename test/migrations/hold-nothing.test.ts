import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '../../seeds/demo/index.ts';
import { describeEntities, migrate, openAsOwner } from '../../src/app.ts';
import { migrations } from '../../src/migrations/index.ts';
import { brokenChecks } from '../support/checks.ts';
import { ownerConfig } from '../support/config.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

/** What had been released before: older ones have run wherever the hub is in use. */
const SINCE = migrations.filter(({ name }) => name > 'Migration20261129');

/** Tables of what families do, and of what is noted of it: they have many rows, and everybody reads them. */
const LARGE = [
  'account',
  'attendance',
  'attendance_report',
  'audit_record',
  'class_membership',
  'engagement',
  'guardian',
  'guardianship',
  'household',
  'household_guardian',
  'household_student',
  'meeting_invitation',
  'meeting_reply',
  'notice',
  'person',
  'service_record',
  'session',
  'shift',
  'shift_role',
  'signup',
  'stand_in',
  'staff_assignment',
  'student',
  'volunteer_activity',
  'waitlist_entry',
];
const large = (text: string): string[] =>
  LARGE.filter((table) => new RegExp(`(?<![\\w.'])"?${table}"?(?![\\w.])`).test(text));

/** What one commit does: each text by itself, or all of them together. */
async function commitsOf(migration: (typeof SINCE)[number]): Promise<string[][]> {
  const orm = describeEntities();
  const Each = migration.class;
  const made = new Each(orm.em.getDriver(), orm.config);
  await made.up();
  const texts = (made.getQueries?.() ?? []) as string[];
  return (made.isTransactional?.() ?? true) ? [texts] : texts.map((text) => [text]);
}

/** Statements without the bodies of functions, which run later. */
function statementsOf(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) =>
      text
        .replaceAll(/(function .*?as \$\$).*?\$\$/gs, '$1')
        .replaceAll('$made$', ';')
        .replaceAll(/--.*$/gm, '')
        .split(/;/),
    )
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

const TAKES =
  /^(?:alter table|create (?:or replace )?(?:constraint )?trigger .* on|drop trigger .* on|drop table(?: if exists)?)\s+(?:if exists )?"?(\w+)"?/s;
const ADDED = /add (?:constraint "\w+" (?:check|foreign key|unique|exclude))/;

/** An exclusion is made by a statement that reads the table, or not at all. Roles are as many as the staff, and not as the families: it takes a moment, by itself. */
const AS_ONE =
  /^alter table "staff_assignment" drop constraint if exists "staff_assignment_once", add constraint "staff_assignment_once" exclude/;

/** Statements that read or write a large table while it, or another one that is in use, is held; or that hold one themselves while they read it. */
function heldUp(texts: readonly string[]): string[] {
  const found: string[] = [];
  const made = new Set<string>();
  let holds = false;
  for (const statement of statementsOf(texts)) {
    const table = TAKES.exec(statement)?.[1];
    const creates = /create table (?:if not exists )?"(\w+)"/.exec(statement)?.[1];
    if (creates !== undefined) made.add(creates);
    else if (/^create (?:unique )?index "?\w+"? on "(\w+)"/.test(statement)) {
      const on = /on "(\w+)"/.exec(statement)![1]!;
      if (!made.has(on) && LARGE.includes(on)) found.push(statement);
    } else if (table === undefined) {
      // A few rows by their keys, found before.
      if (
        holds &&
        !statement.endsWith('where id = any(due)') &&
        /\b(?:update|insert|delete|with)\b/.test(statement) &&
        large(statement).length > 0
      )
        found.push(statement);
    } else if (!made.has(table)) {
      const validates = statement.includes('validate constraint');
      const reads =
        (ADDED.test(statement) && !statement.includes('not valid') && (holds || !AS_ONE.test(statement))) ||
        /alter column .* type/.test(statement);
      if ((reads && LARGE.includes(table)) || (validates && holds && LARGE.includes(table))) found.push(statement);
      if (!validates) holds = true;
    } else if (ADDED.test(statement) && statement.includes('references')) holds = true;
  }
  return found;
}

describe('a migration of a hub that is in use', () => {
  it.each(SINCE)('holds no table while many rows are read or written: $name', async (migration) => {
    for (const texts of await commitsOf(migration)) expect(heldUp(texts)).toEqual([]);
  });

  it.each<[string, string[]]>([
    ['a column and its rows in one', ['alter table "signup" add "x" int null;', 'update signup set x = 1;']],
    ['the rows of another table', ['alter table "signup" add "x" int null;', "update notice set kind = 'y';"]],
    ['a rule that reads all rows', ['alter table "notice" add constraint "x" check (true);']],
    [
      'a reference that reads all rows',
      ['alter table "signup" add constraint "x" foreign key ("y") references "staff" ("id");'],
    ],
    [
      'what stands, beside another change',
      ['alter table "signup" add "x" int null; alter table "notice" validate constraint "y";'],
    ],
    ['an index while nobody writes', ['create index "x" on "service_record" ("y");']],
    [
      'rows after a trigger',
      ['create trigger "x" after update on "signup" for each row execute function y();', 'update signup set z = 1;'],
    ],
  ])('and would be found: %s', (_, texts) => {
    expect(heldUp(texts)).not.toEqual([]);
  });
});

describe('a migration that was broken off', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await loadDemo(database.pool);
  });
  afterAll(() => database.drop());

  it('is started again and comes to its end, wherever that was, and so does one that had come to it', async () => {
    const config = ownerConfig(database);
    const before = await brokenChecks(database.pool);
    const opened = await openAsOwner(config);
    try {
      await opened.orm.migrator.down({ to: 'Migration20261122300002_replies_are_counted_by_index' });
      for (const { name, class: Each } of SINCE) {
        const made = new Each(opened.orm.em.getDriver(), opened.orm.config);
        if (made.isTransactional?.() ?? true) {
          await opened.orm.migrator.up({ migrations: [name] });
          continue;
        }
        await made.up();
        const texts = (made.getQueries?.() ?? []) as string[];
        // Broken off after each of its statements in turn, the last of them only before it was noted as done.
        for (let done = 1; done <= texts.length; done += Math.max(1, Math.floor(texts.length / 3)))
          for (const text of texts.slice(0, done)) await database.pool.query(text);
        for (const text of texts) await database.pool.query(text);
        expect(await opened.orm.migrator.up({ migrations: [name] })).toHaveLength(1);
      }
      expect((await opened.orm.schema.getUpdateSchemaSQL()).trim()).toBe('');
    } finally {
      await opened.close();
    }
    expect(await migrate(config)).toEqual([]);
    expect(await brokenChecks(database.pool)).toEqual(before);
  }, 240_000);
});

describe('requests for roles in a class, of a hub in production', () => {
  const REQUESTS = 'Migration20261129190000_requests_end_with_the_year';
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await loadDemo(database.pool);
  });
  afterAll(() => database.drop());

  it('end with the year, and at once where nothing is left of them; meanwhile a table in which somebody writes for long is waited for, and begun with anew', async () => {
    const opened = await openAsOwner(ownerConfig(database));
    await opened.orm.migrator.down({ migrations: [REQUESTS] }).finally(() => opened.close());
    const plant = async (subject: string, from: string): Promise<string> =>
      (
        await database.pool.query<{ id: string }>(
          `insert into role_request (id, staff_id, role, district_id, school_id, school_class_id, subject, valid_from, asked_by_id, expires_at)
      select gen_random_uuid(), stf.id, 'SUBJECT_TEACHER', sch.district_id, sch.id, cls.id, $1, (${from})::date, stf.id, now() + interval '30 days'
      from school_class cls join school sch on sch.id = cls.school_id join school_year syr on syr.id = cls.school_year_id, staff stf order by cls.id, stf.id limit 1 returning id`,
          [subject],
        )
      ).rows[0]!.id;
    const [long, late] = [await plant('数学', 'syr.starts_on'), await plant('语文', 'syr.ends_on + 1')];
    const reader = await database.pool.connect();
    const waits: string[] = [];
    try {
      await reader.query('begin');
      await reader.query('lock table role_request in row exclusive mode');
      const migrating = migrate(ownerConfig(database), (sentence) => waits.push(sentence));
      await expect.poll(() => waits, { timeout: 20_000 }).not.toEqual([]);
      await reader.query('commit');
      expect(await migrating).toEqual([REQUESTS]);
    } finally {
      reader.release();
    }
    const { rows } = await database.pool.query(
      `select rqs.id, rqs.status, rqs.valid_to = syr.ends_on as last, rqs.expires_at <= now() as over from role_request rqs join school_class cls on cls.id = rqs.school_class_id
      join school_year syr on syr.id = cls.school_year_id where rqs.id = any($1) order by rqs.subject`,
      [[long, late]],
    );
    expect(rows).toEqual([
      { id: long, status: 'PENDING', last: true, over: false },
      { id: late, status: 'PENDING', last: null, over: true },
    ]);
  }, 60_000);
});
