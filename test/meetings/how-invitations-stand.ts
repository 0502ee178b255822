import type { Family, HeldMeeting } from '../../seeds/scenario/index.ts';
import type { TestHub } from '../support/hub.ts';

/** At which places among the family's guardians those stand who have the ids. */
const places = (own: Family, ids: readonly string[], of: (guardian: Family['parent']) => string): number[] =>
  ids.map((each) => own.guardians.findIndex((guardian) => of(guardian) === each)).sort();

/** How invitations and replies stand in the database, and what families are told of it. */
export function howInvitationsStand(hub: () => TestHub) {
  /** How the invitation of a family stands, the seats of its reply, who comes by it, and whose time is taken. */
  async function standing({ meeting: { id }, invitations: [invitation] }: HeldMeeting, own: Family): Promise<object> {
    const {
      rows: [row],
    } = await hub().database.pool.query(
      `select i.status,
    (select r.attendee_count from meeting_reply r where r.invitation_id = i.id and r.superseded_at is null) as seats,
    array(select g.guardian_id from meeting_reply_guardian g join meeting_reply r on r.id = g.reply_id where r.invitation_id = i.id and r.superseded_at is null) as named,
    array(select e.person_id from engagement e join meeting m on m.starts_at = e.starts_at where m.id = $2 and e.kind = 'MEETING_ATTENDANCE' and e.status = 'ACTIVE') as engaged
    from meeting_invitation i where i.id = $1`,
      [invitation!.id, id],
    );
    const { status, seats, named, engaged } = row as {
      status: string;
      seats: number | null;
      named: string[];
      engaged: string[];
    };
    return {
      status,
      seats,
      named: places(own, named, ({ guardian }) => guardian.id),
      engaged: places(own, engaged, ({ person }) => person.id),
    };
  }

  /** How an invitation stands and for how many, how many seats all replies take, who comes by its current reply, and whose time is taken. */
  async function counted({ meeting: { id }, invitations: [invitation] }: HeldMeeting, own: Family): Promise<object> {
    const { pool } = hub().database;
    const {
      rows: [row],
    } = await pool.query<{ status: string; children: number; seats: number; replies: number; named: string[] }>(
      `select i.status,
    (select count(*)::int from meeting_invitation_student c where c.invitation_id = i.id and c.ended_at is null) as children,
    (select coalesce(sum(r.attendee_count), 0)::int from meeting_reply r where r.meeting_id = i.meeting_id and r.superseded_at is null) as seats,
    (select count(*)::int from meeting_reply r where r.invitation_id = i.id) as replies,
    array(select g.guardian_id from meeting_reply_guardian g join meeting_reply r on r.id = g.reply_id where r.invitation_id = i.id and r.superseded_at is null) as named
    from meeting_invitation i where i.id = $1`,
      [invitation!.id],
    );
    const { rows: engaged } = await pool.query<{ person_id: string }>(
      `select e.person_id from engagement e join meeting m on m.starts_at = e.starts_at where m.id = $1 and e.kind = 'MEETING_ATTENDANCE' and e.status = 'ACTIVE'`,
      [id],
    );
    const { named, ...rest } = row!;
    return {
      ...rest,
      named: places(own, named, ({ guardian }) => guardian.id),
      engaged: places(
        own,
        engaged.map(({ person_id: person }) => person),
        ({ person }) => person.id,
      ),
    };
  }

  /** What each guardian is told of a meeting that they may come to again. */
  async function told(own: Family, { meeting: { id } }: HeldMeeting): Promise<string[][]> {
    return Promise.all(
      own.guardians.map(async ({ accountId }) => {
        const { data } = await hub().ask<{
          viewer: { inbox: { nodes: { body: string; about: { id: string } | null }[] } };
        }>('{ viewer { inbox(first: 50) { nodes { body about { id } } } } }', { as: accountId });
        return data!.viewer.inbox.nodes
          .filter(({ about, body }) => about?.id === `meeting_${id}` && body.includes('恢复'))
          .map(({ body }) => body);
      }),
    );
  }

  /** Seats of each reply that stands, and how many times are occupied by them. */
  async function saidFor(...meetings: readonly HeldMeeting[]): Promise<{ seats: number[]; engaged: number }> {
    const {
      rows: [row],
    } = await hub().database.pool.query<{ seats: number[]; engaged: number }>(
      `select coalesce(array_agg(r.attendee_count order by r.attendee_count), '{}') as seats,
    (select count(*)::int from engagement e join meeting_reply o on o.id = e.source_id where o.meeting_id = any($1::uuid[]) and e.status = 'ACTIVE') as engaged
    from meeting_reply r where r.meeting_id = any($1::uuid[]) and r.superseded_at is null`,
      [meetings.map(({ meeting: { id } }) => id)],
    );
    return row!;
  }

  return { standing, counted, told, saidFor };
}
