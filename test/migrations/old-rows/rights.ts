import { describe, expect } from 'vitest';
import type { Id, OldRows } from './old-rows.ts';

/** What rests on a right, or is for a child. */
export function rights({ fate, rows, one }: OldRows): void {
  describe('what rests on a right', () => {
    fate(
      'that the school has blocked a guardian and ended it under the block is known by the audit log, and that it has ended another one is not',
      async () => {
        const ties = (
          await rows<Id>(
            "select id from guardianship where status = 'ACTIVE' and id not in (select g.id from guardianship g order by g.id limit 20) order by id desc limit 2",
          )
        ).map(({ id }) => id);
        await rows(
          "update guardianship set status = 'ENDED', decided_at = now(), valid_to = greatest(valid_from, current_date) where id = any($1)",
          ties,
        );
        for (const [mutation, tie] of [
          ['blockGuardian', ties[0]],
          ['endGuardianship', ties[0]],
          ['endGuardianship', ties[1]],
        ])
          await rows(
            `insert into audit_record (id, mutation, outcome, subjects, about) values (gen_random_uuid(), $1, 'SUCCEEDED', jsonb_build_object('guardianshipId', $2::text), array[$2::uuid])`,
            mutation,
            tie,
          );
        return ties;
      },
      async (ties) => {
        expect(
          await rows('select decision_of_block from guardianship where id = any($1) order by id desc', ties),
        ).toEqual([{ decision_of_block: true }, { decision_of_block: false }]);
      },
    );

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
      'notices rest on what they tell of: families on the audience, organisers on the school, a record of their own on nothing but its names',
      async () => {
        const about = await one<{
          id: string;
          record: string;
          person: string;
          school: string;
          district: string;
          keys: string[];
        }>(`select s.id, r.id as record, s.person_id as person, f.school_id as school, f.district_id as district,
      array(select t.key from audience_target t where t.audience_id = a.audience_id order by t.key) as keys from signup s join shift f on f.id = s.shift_id join volunteer_activity a on a.id = f.activity_id join service_record r on r.signup_id = s.id and r.status = 'APPROVED' where f.school_id is not null order by s.id limit 1`);
        const ids: string[] = [];
        for (const [kind, prefix, id] of [
          ['signup-approved', 'signup', about.id],
          ['service-to-decide', 'signup', about.id],
          ['service-approved', 'service-record', about.record],
        ] as const) {
          const told = await one<Id>(
            `insert into notice (id, person_id, kind, params, about_prefix, about_id) values (gen_random_uuid(), $1, $2, '{}', $3, $4) returning id`,
            about.person,
            `volunteering.${kind}`,
            prefix,
            id,
          );
          ids.push(told.id);
        }
        return { ids, about };
      },
      async ({ ids, about: { keys, school, district } }) => {
        const found = await rows<{ id: string; rests_on: string[] | null; names_rest_on: string[] | null }>(
          'select id, rests_on, names_rest_on from notice where id = any($1)',
          ids,
        );
        expect(ids.map((id) => found.find((each) => each.id === id)!.rests_on)).toEqual([
          keys,
          [], // what does not wait is asked of nobody
          null,
        ]);
        expect(ids.map((id) => found.find((each) => each.id === id)!.names_rest_on)).toEqual([
          null,
          null,
          [`family-of:${school}`, `staff-of:${school}`, `administers:${district}`],
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
}
