import { describe, expect } from 'vitest';
import type { Id, OldRows } from './old-rows.ts';

/** Roles and tokens, and what people were told of them. */
export function rolesAndTokens({ fate, rows, one }: OldRows): void {
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
          await rows(
            'select role, granted_alone, ended_at from staff_assignment where id = any($1) order by role',
            ids,
          ),
        ).toEqual([
          { role: 'ANALYST', granted_alone: true, ended_at: null },
          { role: 'LECTURER', granted_alone: false, ended_at: null },
        ]);
      },
    );

    fate(
      'until when a role in a class was given is kept where it ends before its year; one to its end was given for the year',
      async () => {
        const { id: schoolClass } = await one<Id>(
          "select c.id from school_class c join school_year y on y.id = c.school_year_id where y.ends_on > now() + interval '20 days' order by c.id limit 1",
        );
        const inClass = async (subject: string, last: string): Promise<string> =>
          (
            await one<Id>(
              `insert into staff_assignment (id, staff_id, role, subject, district_id, school_id, school_class_id, valid_from, valid_to)
      select gen_random_uuid(), (select id from staff order by id limit 1), 'SUBJECT_TEACHER', $2, s.district_id, s.id, c.id, y.starts_on, ${last}
      from school_class c join school s on s.id = c.school_id join school_year y on y.id = c.school_year_id where c.id = $1 returning id`,
              schoolClass,
              subject,
            )
          ).id;
        return [await inClass('旧科目一', 'y.ends_on - 10'), await inClass('旧科目二', 'y.ends_on')];
      },
      async ([short, whole]) => {
        const lasts = (id: string) =>
          rows(
            'select a.last_day_given - y.ends_on as given, a.valid_to - y.ends_on as last from staff_assignment a join school_class c on c.id = a.school_class_id join school_year y on y.id = c.school_year_id where a.id = $1',
            id,
          );
        expect([await lasts(short!), await lasts(whole!)]).toEqual([
          [{ given: -10, last: -10 }],
          [{ given: null, last: 0 }],
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
        expect(await rows('select status, linked_alone, approved_by_id from staff_identity where id = $1', id)).toEqual(
          [{ status: 'ACTIVE', linked_alone: true, approved_by_id: null }],
        );
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
        expect(await rows('select filed_by_id from service_record where id = $1', id)).toEqual([
          { filed_by_id: person },
        ]);
      },
    );
  });

  describe('what people were told', () => {
    fate(
      'asks for a decision where it said that something waits, by the last notice of each thing; whatever else was told asks for none',
      async () => {
        const { person } = await one<{ person: string }>('select id as person from person order by id limit 1');
        const { record } = await one<{ record: string }>(
          `select id as record from service_record where status = 'PENDING' order by id limit 1`,
        );
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
}
