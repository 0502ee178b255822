import { describe, expect } from 'vitest';
import type { Id, OldRows } from './old-rows.ts';

/** Records of service and places at shifts. */
export function recordsAndPlaces({ fate, rows, one }: OldRows): void {
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
        expect(
          await rows('select status, decided_at is not null as decided from stand_in where id = $1', over),
        ).toEqual([{ status: 'WITHDRAWN', decided: true }]);
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
      'a suspension for an absence that stands stays, though the district counts fewer days by now',
      async () => {
        const missed = await one<{ attendance: string; person: string; district: string }>(
          `select a.id as attendance, s.person_id as person, f.district_id as district
      from attendance a join signup s on s.id = a.signup_id join shift f on f.id = s.shift_id where a.no_show_at is not null and s.status = 'CONFIRMED' and s.cancel_requested_at is null
        and f.starts_at between now() - interval '150 days' and now() - interval '3 days'
        and not exists (select 1 from volunteer_suspension v where v.person_id = s.person_id) order by a.id limit 1`,
        );
        await rows(
          `insert into volunteering_policy (id, created_at, district_id, offer_minutes, no_show_limit, no_show_window_days, suspension_days, check_in_early_minutes, report_within_hours)
      values (gen_random_uuid(), now(), $1, 120, 1, 1, 30, 30, 48) on conflict (district_id) do update set no_show_window_days = 1`,
          missed.district,
        );
        const { id } = await one<Id>(
          `insert into volunteer_suspension (id, person_id, district_id, cause, reason, starts_at, ends_at)
      values (gen_random_uuid(), $1, $2, 'NO_SHOWS', '180 天内缺勤 1 次', now() - interval '1 day', now() + interval '9 days') returning id`,
          missed.person,
          missed.district,
        );
        return { ...missed, id };
      },
      async ({ attendance, id }) => {
        expect(
          await rows(
            'select sus.undone, sus.lift_reason, sns.attendance_id from volunteer_suspension sus left join suspension_no_show sns on sns.suspension_id = sus.id where sus.id = $1',
            id,
          ),
        ).toEqual([{ undone: false, lift_reason: null, attendance_id: attendance }]);
      },
    );

    fate(
      'a lecture with a time holds the time of its shift',
      () =>
        one<{ id: string }>(
          `select id from parent_lecture where shift_id is not null order by proposed_at, id limit 1`,
        ),
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
}
