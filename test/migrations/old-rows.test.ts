import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '../../seeds/demo/index.ts';
import { openHubDatabase } from '../../src/app.ts';
import { migrations } from '../../src/migrations/index.ts';
import { testConfig } from '../support/config.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

/*
 * A hub that was in production before these migrations: its rows are planted in the tables as they were, and then brought along. Texts
 * have a test of their own.
 */
const MIGRATIONS = migrations.filter(({ name }) => name > 'Migration20261129').map((each) => each.class);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await loadDemo(database.pool);
  await run('down', MIGRATIONS.toReversed());
  for (const plant of plants) await plant();
  await run('up', MIGRATIONS);
}, 120_000);
afterAll(() => database.drop());

/** As the hub runs them: each migration is one transaction, but for those that say that they are not. */
async function run(direction: 'up' | 'down', all: typeof MIGRATIONS): Promise<void> {
  const opened = await openHubDatabase(testConfig(database.url));
  const client = await database.pool.connect();
  try {
    for (const Each of all) {
      const migration = new Each(opened.orm.em.getDriver(), opened.orm.config);
      await migration[direction]?.();
      const isTransaction = migration.isTransactional?.() ?? true;
      if (isTransaction) await client.query('begin');
      for (const query of migration.getQueries?.() ?? []) await client.query(query as string);
      if (isTransaction) await client.query('commit');
    }
  } finally {
    client.release(true);
    await opened.close();
  }
}

const plants: (() => Promise<void>)[] = [];

async function rows<Row extends object>(statement: string, ...values: unknown[]): Promise<Row[]> {
  return (await database.pool.query<Row>(statement, values)).rows;
}

async function one<Row extends object>(statement: string, ...values: unknown[]): Promise<Row> {
  const [row] = await rows<Row>(statement, ...values);
  if (!row) throw new Error(`Nothing in the demonstration for: ${statement}`);
  return row;
}

/** A row of the old shape, and what has become of it. */
function fate<Planted>(name: string, plant: () => Promise<Planted>, check: (planted: Planted) => Promise<void>): void {
  let planted: Planted;
  plants.push(async () => {
    planted = await plant();
  });
  it(name, () => check(planted));
}

interface Id {
  readonly id: string;
}

/** Somebody who administers a school, and their account. */
const principal = (): Promise<{ staff: string; account: string; school: string; district: string; role: string }> =>
  one(`select a.staff_id as staff, c.id as account, a.school_id as school, a.district_id as district, a.id as role
  from staff_assignment a join staff s on s.id = a.staff_id join account c on c.person_id = s.person_id where a.role = 'SCHOOL_ADMIN' order by a.id limit 1`);

async function give(
  role: string,
  staff: string,
  by: string,
  { district, school }: { district: string; school: string | null },
  from = '2026-09-01',
): Promise<string> {
  const { id } = await one<Id>(
    `insert into staff_assignment (id, staff_id, role, district_id, school_id, valid_from, assigned_by_id) values (gen_random_uuid(), $1, $2, $3, $4, $5, $6) returning id`,
    staff,
    role,
    district,
    school,
    from,
    by,
  );
  return id;
}

const token = (
  role: string,
  account: string,
  { district, school }: { district: string; school: string | null },
): Promise<Id> =>
  one<Id>(
    `insert into service_token (id, name, role, district_id, school_id, permissions, created_by_id, issued_at, expires_at, secret_hash)
    values (gen_random_uuid(), '旧令牌', $1, $2, $3, '{}', $4, now(), now() + interval '30 days', md5(random()::text)) returning id`,
    role,
    district,
    school,
    account,
  );

describe('roles and tokens of a hub in production', () => {
  fate(
    'what somebody gave themselves ends, and is asked for in their name',
    async () => {
      const { staff, district, school } = await principal();
      return { staff, id: await give('PRIVACY_OFFICER', staff, staff, { district, school }) };
    },
    async ({ staff, id }) => {
      expect(
        await rows(
          'select ended_at is not null as ended, granted_alone, valid_to is not null as last from staff_assignment where id = $1',
          id,
        ),
      ).toEqual([{ ended: true, granted_alone: true, last: true }]);
      expect(
        await rows(
          `select status, asked_by_id = staff_id as own, assignment_id, expires_at > now() as open from role_request where staff_id = $1 and role = 'PRIVACY_OFFICER'`,
          staff,
        ),
      ).toEqual([{ status: 'PENDING', own: true, assignment_id: null, open: true }]);
    },
  );

  fate(
    'what one administrator gave another alone stands, and says so; what needs no second one does not',
    async () => {
      const { staff, district, school } = await principal();
      const [{ id: other }, { id: third }] = (await rows<Id>(
        'select id from staff where id <> $1 order by id limit 2',
        staff,
      )) as [Id, Id];
      return [
        await give('ANALYST', other, staff, { district, school: null }),
        await give('LECTURER', third, staff, { district, school }),
      ];
    },
    async (ids) => {
      expect(
        await rows('select role, granted_alone, ended_at from staff_assignment where id = any($1) order by role', ids),
      ).toEqual([
        { role: 'ANALYST', granted_alone: true, ended_at: null },
        { role: 'LECTURER', granted_alone: false, ended_at: null },
      ]);
    },
  );

  fate(
    'a token rests on the role of whoever made it; one that nobody could have made rests on none, and opens nothing',
    async () => {
      const known = await principal();
      const made = await token('SCHOOL_ADMIN', known.account, known);
      const beyond = await token('DISTRICT_ADMIN', known.account, { ...known, school: null });
      return { role: known.role, made, beyond };
    },
    async ({ role, made, beyond }) => {
      expect(await rows('select rests_on_id from service_token where id = $1', made.id)).toEqual([
        { rests_on_id: role },
      ]);
      expect(await rows('select rests_on_id from service_token where id = $1', beyond.id)).toEqual([
        { rests_on_id: null },
      ]);
    },
  );

  fate(
    'who was linked to the identity provider stays linked, and nobody else has looked at it',
    async () => {
      const { account } = await principal();
      return one<Id>(
        `insert into staff_identity (id, account_id, issuer, subject, linked_at) values (gen_random_uuid(), $1, 'https://id.example', 'old', now()) returning id`,
        account,
      );
    },
    async ({ id }) => {
      expect(await rows('select status, linked_alone, approved_by_id from staff_identity where id = $1', id)).toEqual([
        { status: 'ACTIVE', linked_alone: true, approved_by_id: null },
      ]);
    },
  );

  fate(
    'of a supplement that waits the audit log knows who filed it',
    async () => {
      const known = await one<{ id: string; account: string; person: string }>(
        `select r.id, c.id as account, c.person_id as person from service_record r, account c where r.source = 'SUPPLEMENTED' and r.status = 'PENDING' and c.person_id <> r.person_id order by r.id, c.id limit 1`,
      );
      await rows(
        `insert into audit_record (id, account, mutation, outcome, subjects) values (gen_random_uuid(), $1, 'supplementService', 'SUCCEEDED', jsonb_build_object('serviceRecord', $2::text))`,
        known.account,
        known.id,
      );
      return known;
    },
    async ({ id, person }) => {
      expect(await rows('select filed_by_id from service_record where id = $1', id)).toEqual([{ filed_by_id: person }]);
    },
  );
});

describe('what people were told', () => {
  fate(
    'asks for a decision where it said that something waits, by the last notice of each thing; whatever else was told asks for none',
    async () => {
      const { person } = await one<{ person: string }>('select id as person from person order by id limit 1');
      const { record } = await one<{ record: string }>('select id as record from service_record order by id limit 1');
      const told = async (kind: string, after: number): Promise<string> =>
        (
          await one<Id>(
            `insert into notice (id, created_at, person_id, kind, params, about_prefix, about_id)
      values (('01900000-0000-7000-8000-' || lpad($1::text, 12, '0'))::uuid, now(), $2, $3, '{}', 'service-record', $4) returning id`,
            after,
            person,
            kind,
            record,
          )
        ).id;
      return [
        await told('volunteering.service-to-decide', 1),
        await told('volunteering.service-to-decide', 2),
        await told('volunteering.service-approved', 3),
      ];
    },
    async (ids) => {
      expect(await rows('select waiting from notice where id = any($1) order by id', ids)).toEqual([
        { waiting: false },
        { waiting: true },
        { waiting: false },
      ]);
    },
  );
});

describe('what rests on a right', () => {
  fate(
    'occupied time of a sign-up rests on the audience of the activity',
    () =>
      one<{
        id: string;
        keys: string[];
      }>(`select e.id, array(select t.key from audience_target t where t.audience_id = a.audience_id order by t.key) as keys
    from engagement e join signup s on s.id = e.source_id join shift f on f.id = s.shift_id join volunteer_activity a on a.id = f.activity_id where e.kind = 'SHIFT_SIGNUP' order by e.id limit 1`),
    async ({ id, keys }) => {
      expect(keys).not.toEqual([]);
      expect(await rows('select rests_on from engagement where id = $1', id)).toEqual([{ rests_on: keys }]);
    },
  );

  fate(
    'notices rest on what they tell of: families on the audience, organisers on the school, a record of their own on nothing',
    async () => {
      const about = await one<{
        id: string;
        person: string;
        school: string;
        district: string;
        keys: string[];
      }>(`select s.id, s.person_id as person, f.school_id as school, f.district_id as district,
      array(select t.key from audience_target t where t.audience_id = a.audience_id order by t.key) as keys from signup s join shift f on f.id = s.shift_id join volunteer_activity a on a.id = f.activity_id where f.school_id is not null order by s.id limit 1`);
      const ids: string[] = [];
      for (const kind of ['signup-approved', 'cancellation-requested', 'no-show-noted']) {
        const { id } = await one<Id>(
          `insert into notice (id, person_id, kind, params, about_prefix, about_id) values (gen_random_uuid(), $1, $2, '{}', 'signup', $3) returning id`,
          about.person,
          `volunteering.${kind}`,
          about.id,
        );
        ids.push(id);
      }
      return { ids, about };
    },
    async ({ ids, about: { keys, school, district } }) => {
      const found = await rows<{ id: string; rests_on: string[] | null }>(
        'select id, rests_on from notice where id = any($1)',
        ids,
      );
      expect(ids.map((id) => found.find((each) => each.id === id)!.rests_on)).toEqual([
        keys,
        [`staff-of:${school}`, `administers:${district}`],
        null,
      ]);
    },
  );
});

describe('what is for a child', () => {
  fate(
    'an invitation names the children of the household who are in its classes; one of a family without is withdrawn, its reply over and its time free',
    async () => {
      const meeting = `join meeting m on m.id = i.meeting_id and m.ends_at > now() where i.status = 'INVITED'`;
      const kept = await one<{
        id: string;
        children: string[];
      }>(`select i.id, array(select distinct h.student_id from household_student h join class_membership c on c.student_id = h.student_id and c.status = 'ACTIVE'
      join meeting_class l on l.school_class_id = c.school_class_id and l.meeting_id = i.meeting_id where h.household_id = i.household_id order by 1) as children from meeting_invitation i ${meeting} order by i.id limit 1`);
      const lost = await one<{ id: string; household: string }>(
        `select i.id, i.household_id as household from meeting_invitation i ${meeting} and i.household_id <> (select household_id from meeting_invitation where id = $1)
      and exists (select 1 from meeting_reply r join engagement e on e.source_id = r.id and e.status = 'ACTIVE' where r.invitation_id = i.id and r.superseded_at is null)
      and (select count(*) from meeting_invitation o where o.household_id = i.household_id) >= 1 order by i.id desc limit 1`,
        kept.id,
      );
      await rows(
        'delete from meeting_class where meeting_id = (select meeting_id from meeting_invitation where id = $1) and school_class_id in (select c.school_class_id from class_membership c join household_student h on h.student_id = c.student_id where h.household_id = $2)',
        lost.id,
        lost.household,
      );
      // The one that is kept is looked at as its meeting is now.
      const { still } = await one<{ still: string[] }>(
        `select array(select distinct h.student_id from household_student h join class_membership c on c.student_id = h.student_id and c.status = 'ACTIVE'
      join meeting_class l on l.school_class_id = c.school_class_id and l.meeting_id = i.meeting_id where h.household_id = i.household_id order by 1) as still from meeting_invitation i where i.id = $1`,
        kept.id,
      );
      return { kept: kept.id, still, lost: lost.id };
    },
    async ({ kept, still, lost }) => {
      const { children } = await one<{ children: string[] }>(
        'select array(select student_id from meeting_invitation_student where invitation_id = $1 and ended_at is null order by 1) as children',
        kept,
      );
      expect(children).toEqual(still);
      expect(
        await rows(
          `select i.status, (select count(*)::int from meeting_invitation_student s where s.invitation_id = i.id) > 0 as named, (select count(*)::int from meeting_invitation_student s where s.invitation_id = i.id and s.ended_at is null) as children,
      (select count(*)::int from meeting_reply r where r.invitation_id = i.id and r.superseded_at is null) as current,
      (select count(*)::int from meeting_reply r join engagement e on e.source_id = r.id where r.invitation_id = i.id and e.status = 'ACTIVE') as engaged from meeting_invitation i where i.id = $1`,
          lost,
        ),
      ).toEqual([{ status: 'WITHDRAWN', named: true, children: 0, current: 0, engaged: 0 }]);
      expect(
        await rows(
          `select 1 from meeting_invitation i where (i.status = 'INVITED') <> exists (select 1 from meeting_invitation_student s where s.invitation_id = i.id and s.ended_at is null)`,
        ),
      ).toEqual([]);
    },
  );

  fate(
    'a block restores nothing that is not on record, and the name of a request that waits is its own',
    async () => {
      const [{ id: blocked }, { id: waits }] =
        (await rows<Id>(`select tie.id from guardianship tie where not exists (select 1 from guardianship o where o.guardian_id = tie.guardian_id and o.id <> tie.id)
      and not exists (select 1 from guardian g join staff s on s.person_id = g.person_id where g.id = tie.guardian_id) order by tie.id limit 2`)) as [
          Id,
          Id,
        ];
      await rows(
        `update guardianship set status = 'BLOCKED', data_access = false, decision_reason = '学校的原因', decided_at = now() where id = $1`,
        blocked,
      );
      await rows(
        `update guardianship set status = 'PENDING', data_access = false, decided_at = null, decided_by_id = null, decision_reason = null where id = $1`,
        waits,
      );
      return { blocked, waits };
    },
    async ({ blocked, waits }) => {
      expect(
        await rows('select approved_before_block, data_access_before_block from guardianship where id = $1', blocked),
      ).toEqual([{ approved_before_block: false, data_access_before_block: false }]);
      expect(
        await rows(
          'select tie.requested_name = per.name as its_own from guardianship tie join guardian gua on gua.id = tie.guardian_id join person per on per.id = gua.person_id where tie.id = $1',
          waits,
        ),
      ).toEqual([{ its_own: true }]);
    },
  );
});

describe('records and places', () => {
  fate(
    'a counter that has drifted is set right, and where more have a place than there are, the role has room for them',
    async () => {
      const { id, capacity } = await one<{ id: string; capacity: number }>(
        `select role.id, role.capacity from shift_role role join signup s on s.role_id = role.id and s.status = 'CONFIRMED' group by role.id having count(*) >= 2 order by role.id limit 1`,
      );
      await rows('update shift_role set places_taken = 1, capacity = 1, minimum = 0 where id = $1', id);
      return { id, capacity };
    },
    async ({ id }) => {
      const [row] = await rows<{ capacity: number; taken: number; counted: number }>(
        `select capacity, places_taken as taken, (select count(*)::int from signup s where s.role_id = r.id and s.status = 'CONFIRMED')
      + (select count(*)::int from waitlist_entry w where w.role_id = r.id and w.status = 'OFFERED' and w.stand_in_id is null) as counted from shift_role r where id = $1`,
        id,
      );
      expect(row!.taken).toBe(row!.counted);
      expect(row!.capacity).toBe(row!.counted);
      expect(await rows(`select 1 from shift_role r where places_taken > capacity`)).toEqual([]);
    },
  );

  fate(
    'an offer that outlived its sign-up is withdrawn, one that stands follows the shift, and whoever waits has no offer',
    async () => {
      const [gone, stays] = await rows<{ id: string; role: string; shift: string }>(
        `select s.id, s.role_id as role, s.shift_id as shift from signup s join shift f on f.id = s.shift_id where s.status = 'CONFIRMED' and f.starts_at > now() and not exists (select 1 from stand_in o where o.signup_id = s.id) order by s.id limit 2`,
      );
      if (!gone || !stays) throw new Error('The demonstration has no two sign-ups to come.');
      const offer = (of: typeof gone): Promise<Id> =>
        one<Id>(
          `insert into stand_in (id, signup_id, role_id, shift_id, way, code_hash, offered_at, expires_at, status)
      values (gen_random_uuid(), $1, $2, $3, 'CODE', md5(random()::text), now() - interval '1 hour', now() + interval '1 minute', 'OFFERED') returning id`,
          of.id,
          of.role,
          of.shift,
        );
      const [{ id: over }, { id: open }] = [await offer(gone), await offer(stays)];
      await rows(`update signup set status = 'CANCELLED', cancelled_at = now() where id = $1`, gone.id);
      return { over, open };
    },
    async ({ over, open }) => {
      expect(await rows('select status, decided_at is not null as decided from stand_in where id = $1', over)).toEqual([
        { status: 'WITHDRAWN', decided: true },
      ]);
      expect(
        await rows(
          'select sti.status, sti.expires_at = f.starts_at as follows from stand_in sti join shift f on f.id = sti.shift_id where sti.id = $1',
          open,
        ),
      ).toEqual([{ status: 'OFFERED', follows: true }]);
      expect(
        await rows(`select 1 from waitlist_entry where status = 'WAITING' and offer_expires_at is not null`),
      ).toEqual([]);
    },
  );

  fate(
    'whoever asked to be let go and had no answer is excused, and a suspension that rested on it is undone',
    async () => {
      const missed = await one<{
        attendance: string;
        signup: string;
        person: string;
        district: string;
        at: Date;
      }>(`select a.id as attendance, s.id as signup, s.person_id as person, f.district_id as district, a.no_show_at as at
      from attendance a join signup s on s.id = a.signup_id join shift f on f.id = s.shift_id where a.no_show_at is not null and s.status = 'CONFIRMED'
        and not exists (select 1 from volunteer_suspension v where v.person_id = s.person_id) order by a.id limit 1`);
      await rows(
        `update signup set cancel_requested_at = signed_up_at, cancel_request_reason = '家中有事' where id = $1`,
        missed.signup,
      );
      const { id } = await one<Id>(
        `insert into volunteer_suspension (id, person_id, district_id, cause, reason, starts_at, ends_at)
      values (gen_random_uuid(), $1, $2, 'NO_SHOWS', '180 天内缺勤 1 次', $3::timestamptz + interval '1 second', now() + interval '9 days') returning id`,
        missed.person,
        missed.district,
        missed.at,
      );
      return { ...missed, id };
    },
    async ({ attendance, id }) => {
      expect(
        await rows('select no_show_at, excused_at is not null as excused from attendance where id = $1', attendance),
      ).toEqual([{ no_show_at: null, excused: true }]);
      expect(
        await rows(
          'select undone, lifted_at is not null as lifted, lifted_by_id from volunteer_suspension where id = $1',
          id,
        ),
      ).toEqual([{ undone: true, lifted: true, lifted_by_id: null }]);
    },
  );

  fate(
    'a lecture with a time holds the time of its shift',
    () =>
      one<{ id: string }>(`select id from parent_lecture where shift_id is not null order by proposed_at, id limit 1`),
    async ({ id }) => {
      expect(
        await rows(
          'select plc.starts_at = f.starts_at and plc.ends_at = f.ends_at as same from parent_lecture plc join shift f on f.id = plc.shift_id where plc.id = $1',
          id,
        ),
      ).toEqual([{ same: true }]);
    },
  );

  fate(
    'that a lecture does not take place is told once, with the reason, to whoever works there',
    async () => {
      const lecture = await one<{ id: string; person: string; school: string; district: string }>(
        'select plc.id, plc.person_id as person, cls.school_id as school, sch.district_id as district from parent_lecture plc join school_class cls on cls.id = plc.school_class_id join school sch on sch.id = cls.school_id order by plc.id limit 1',
      );
      for (const kind of ['lecture-called-off', 'lecturer-gone']) {
        await rows(
          `insert into notice (id, created_at, person_id, kind, params, about_prefix, about_id) values (gen_random_uuid(), now() - case $2 when 'volunteering.lecturer-gone' then interval '1 minute' else interval '0' end, $1, $2, '{"lecture": "桥"}', 'parent-lecture', $3)`,
          lecture.person,
          `volunteering.${kind}`,
          lecture.id,
        );
      }
      return lecture;
    },
    async ({ id, school, district }) => {
      expect(await rows('select kind, params, dedupe_key, rests_on from notice where about_id = $1', id)).toEqual([
        {
          kind: 'volunteering.lecture-off',
          params: { lecture: '桥', reason: '主讲家长不能参加' },
          dedupe_key: id,
          rests_on: [`staff-of:${school}`, `administers:${district}`],
        },
      ]);
    },
  );

  fate(
    'a migration that two processes have noted is noted once',
    async () => {
      const { name } = await one<{ name: string }>('select name from schema_migration order by id limit 1');
      await rows('insert into schema_migration (name) values ($1)', name);
      return name;
    },
    async (name) => {
      expect(await rows('select 1 from schema_migration where name = $1', name)).toHaveLength(1);
    },
  );
});
