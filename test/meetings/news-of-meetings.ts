import { v7 } from 'uuid';
import { expect } from 'vitest';
import type { Family, HeldMeeting, StaffMember } from '../../seeds/scenario/index.ts';
import { momentIn } from '../../src/domains/notice-kinds/index.ts';
import type { TestHub } from '../support/hub.ts';

/*
 * What may be told of a meeting, by what stands: said as simply as it can be, beside the tables of the hub.
 */

interface Reply {
  readonly own: boolean;
  readonly current: boolean;
  readonly seats: number;
  readonly named: readonly string[];
}
interface Standing {
  readonly status: string;
  readonly starts: string;
  readonly closes: string;
  readonly invitations: readonly {
    readonly household: string;
    readonly stands: boolean;
    /** Persons who have a child today that it is for. */
    readonly for: readonly string[];
    /** As the family gave them. */
    readonly replies: readonly Reply[];
  }[];
}
interface Shown {
  readonly kind: string;
  readonly body: string;
  readonly person: string;
}

const STANDING = `select m.status, m.starts_at::text as starts, coalesce(m.reply_by, m.starts_at)::text as closes,
  array(select json_build_object('household', i.household_id, 'stands', i.status = 'INVITED',
    'for', array(select g.person_id from guardian g join household_guardian h on h.guardian_id = g.id and h.household_id = i.household_id
      join guardianship t on t.guardian_id = g.id and t.status = 'ACTIVE' join meeting_invitation_student c on c.invitation_id = i.id and c.student_id = t.student_id and c.ended_at is null),
    'replies', array(select json_build_object('own', r.continues_id is null, 'current', r.superseded_at is null, 'seats', r.attendee_count,
      'named', array(select g.person_id from meeting_reply_guardian n join guardian g on g.id = n.guardian_id where n.reply_id = r.id))
      from meeting_reply r where r.invitation_id = i.id order by r.replied_at, r.id))
    from meeting_invitation i where i.meeting_id = m.id) as invitations from meeting m where m.id = $1`;

/** What each is shown of a meeting is so, and no two of it contradict each other. */
export function newsOfMeetings(host: () => { readonly hub: TestHub; readonly now: Date }) {
  async function standing({ meeting: { id } }: HeldMeeting): Promise<Standing> {
    const { rows } = await host().hub.database.pool.query<Standing>(STANDING, [id]);
    return rows[0]!;
  }

  async function shown({ meeting: { id } }: HeldMeeting, who: Family['parent'] | StaffMember): Promise<Shown[]> {
    const { data } = await host().hub.ask<{
      viewer: { inbox: { nodes: { kind: string; body: string; about: { id: string } | null }[] } };
    }>('{ viewer { inbox(first: 100) { nodes { kind body about { id } } } } }', { as: who.accountId });
    const { rows } = await host().hub.database.pool.query<{ title: string }>(
      'select title from meeting where id = $1',
      [id],
    );
    return data!.viewer.inbox.nodes
      .filter(({ kind, body }) => kind.startsWith('meetings.') && body.includes(rows[0]!.title))
      .map(({ kind, body }) => ({ kind: kind.replace('meetings.', ''), body, person: who.person.id }));
  }

  function isSo({ kind, body, person }: Shown, { status, starts, closes, invitations }: Standing): boolean {
    const { now } = host();
    if (!body.includes(momentIn(new Date(starts).toISOString()).zh)) return false;
    if (kind === 'cancelled') return status === 'CANCELLED';
    if (status !== 'PUBLISHED' || now >= new Date(starts)) return false;
    if (kind.startsWith('seats-')) {
      const free = invitations
        .map(({ replies }) => [replies.findLast(({ own }) => own), replies.find(({ current }) => current)] as const)
        .reduce((sum, [said, is]) => sum + (said && !said.current ? said.seats - (is?.seats ?? 0) : 0), 0);
      return kind === 'seats-free' ? body.includes(`空出${free}个座位`) && free > 0 : free === 0;
    }
    const mine = invitations.filter((each) => each.stands && each.for.includes(person));
    const current = mine.flatMap(({ replies }) => replies.filter((reply) => reply.current));
    if (kind === 'invited') return now < new Date(closes) && mine.length > current.length;
    return body.includes('继续有效') ? current.some(({ named }) => named.includes(person)) : mine.length > 0;
  }

  return {
    /** @returns kinds that were shown */
    async hold(name: string, one: HeldMeeting, people: readonly (Family['parent'] | StaffMember)[]): Promise<string[]> {
      const is = await standing(one);
      const all = await Promise.all(people.map((who) => shown(one, who)));
      expect(
        all.flat().filter((each) => !isSo(each, is)),
        `untrue after ${name}: ${JSON.stringify(is)}`,
      ).toEqual([]);
      for (const inbox of all) {
        const word = inbox.map(({ kind }) => kind.replace(/-.*/, '').replace('given', 'invited'));
        expect(new Set(word).size, `twice after ${name}: ${JSON.stringify(inbox)}`).toBe(word.length);
        if (word.includes('cancelled')) expect(word, name).toEqual(['cancelled']);
      }
      return all.flat().map(({ kind }) => kind);
    },

    /** As a family will: whoever of it may come says how many do, or that nobody does. @returns whether it could be said */
    async reply(
      own: Family,
      { meeting, invitations }: HeldMeeting,
      by: Family['parent'],
      seats: number,
    ): Promise<boolean> {
      const { hub, now } = host();
      const invitation = invitations.find(({ household }) => household === own.household.id)!.id;
      const client = await hub.database.pool.connect();
      try {
        await client.query('begin');
        const { rows } = await client.query(
          `select 1 from meeting m join meeting_invitation i on i.meeting_id = m.id where m.id = $1 and i.id = $2 and m.status = 'PUBLISHED' and i.status = 'INVITED' and m.starts_at > $4
            and exists (select 1 from guardianship t join meeting_invitation_student c on c.student_id = t.student_id where t.guardian_id = $3 and t.status = 'ACTIVE' and c.invitation_id = i.id and c.ended_at is null) for no key update of m`,
          [meeting.id, invitation, by.guardian.id, now],
        );
        if (rows.length === 0) return false;
        const before = await client.query<{ id: string }>(
          'update meeting_reply set superseded_at = $2 where invitation_id = $1 and superseded_at is null returning id',
          [invitation, now],
        );
        await client.query(
          "update engagement set status = 'ENDED', ended_at = $2 where source_id = any($1::uuid[]) and status = 'ACTIVE'",
          [before.rows.map(({ id }) => id), now],
        );
        const id = v7();
        await client.query(
          'insert into meeting_reply (id, created_at, invitation_id, meeting_id, household_id, guardian_id, answer, attendee_count, replied_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $2)',
          [
            id,
            now,
            invitation,
            meeting.id,
            own.household.id,
            by.guardian.id,
            seats > 0 ? 'ATTENDING' : 'NOT_ATTENDING',
            seats,
          ],
        );
        if (seats > 0) {
          await client.query(
            'insert into meeting_reply_guardian (id, created_at, reply_id, guardian_id) values ($1, $2, $3, $4)',
            [v7(), now, id, by.guardian.id],
          );
          await client.query(
            `insert into engagement (id, created_at, person_id, kind, source_id, title, starts_at, ends_at, status, rests_on)
              select $1, $2, $3, 'MEETING_ATTENDANCE', $4, title, starts_at, ends_at, 'ACTIVE', $6 from meeting where id = $5`,
            [v7(), now, by.person.id, id, meeting.id, own.students.map((each) => `student:${each.id}`)],
          );
        }
        await client.query('commit');
        return true;
      } finally {
        await client.query('rollback');
        client.release();
      }
    },
  };
}
