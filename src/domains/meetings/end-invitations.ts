import { v7 } from 'uuid';
import type { Transaction } from '../../platform/commands/index.ts';
import { now, sql, toGlobalId, type Sql } from '../../platform/reading/index.ts';
import { endRightsToNotices, notifyEach } from '../notices/index.ts';
import { childrenOfGuardian, tieShowsData } from '../people/index.ts';
import { invitedGuardians } from './invited-guardians.ts';
import { meetingInvited, seatsFree } from './meetings.notices.ts';
import { tellOfSeats } from './tell-of-seats.ts';

/**
 * A child of an invitation `inv` is in none of the classes of the meeting any more, or has left the school, or is that of nobody of the
 * household today: nobody of the family could see then that it is invited, nor reply.
 */
export const NOT_MEANT: Sql = sql`not (exists (select 1 from class_membership mem join meeting_class mcl on mcl.school_class_id = mem.school_class_id
    join student stu on stu.id = mem.student_id
    where mem.student_id = ivs.student_id and mem.status = 'ACTIVE' and mcl.meeting_id = inv.meeting_id and stu.left_on is null)
  and exists (select 1 from guardianship hld join household_guardian hgd on hgd.guardian_id = hld.guardian_id and hgd.household_id = inv.household_id
    where hld.student_id = ivs.student_id and ${tieShowsData(sql`hld`)}))`;

/** The guardian whom a reply names, `rgd`, has none of the children of its invitation `inv` today. */
const HAS_NONE: Sql = sql`not exists (select 1 from meeting_invitation_student ivs where ivs.invitation_id = inv.id and ivs.ended_at is null
  and ivs.student_id = any(${childrenOfGuardian(sql`rgd.guardian_id`)}))`;

/**
 * Those of some persons who are guardians of children who are no longer meant, whatever became of the guardianship, and
 * those who come without a child.
 */
export const adrift = (
  personIds: Sql,
): Sql => sql`select gua.person_id from guardian gua join guardianship tie on tie.guardian_id = gua.id
    join meeting_invitation_student ivs on ivs.student_id = tie.student_id and ivs.ended_at is null
    join meeting_invitation inv on inv.id = ivs.invitation_id and inv.status = 'INVITED' join meeting mtg on mtg.id = inv.meeting_id
  where gua.person_id = any(${personIds}) and mtg.ends_at > ${now} and ${NOT_MEANT}
  union all select gua.person_id from guardian gua join meeting_reply_guardian rgd on rgd.guardian_id = gua.id
    join meeting_reply rpl on rpl.id = rgd.reply_id and rpl.superseded_at is null
    join meeting_invitation inv on inv.id = rpl.invitation_id and inv.status = 'INVITED' join meeting mtg on mtg.id = inv.meeting_id
  where gua.person_id = any(${personIds}) and mtg.ends_at > ${now} and ${HAS_NONE}`;

/**
 * Ends what of meetings to come rests on children of these persons, after a right to them or their place in a class has ended:
 * a child who is in none of the classes, or of whom nobody of the household is a guardian, is no longer meant, an invitation that is for
 * no child any more is withdrawn with its reply, and a guardian who has none of its children today does not come: their time is free, and
 * their seat.
 * Does nothing where nothing has ended. Locks the meetings and then the invitations, in the order of their ids.
 */
export async function endInvitations(tx: Transaction, personIds: readonly string[]): Promise<void> {
  await tx.em.flush();
  const theirs = sql`inv.status = 'INVITED' and inv.id in (
      select ivs.invitation_id from guardian gua join guardianship tie on tie.guardian_id = gua.id
        join meeting_invitation_student ivs on ivs.student_id = tie.student_id and ivs.ended_at is null where gua.person_id = any(${personIds}::uuid[])
      union select rpl.invitation_id from guardian gua join meeting_reply_guardian rgd on rgd.guardian_id = gua.id
        join meeting_reply rpl on rpl.id = rgd.reply_id and rpl.superseded_at is null where gua.person_id = any(${personIds}::uuid[]))`;
  const toCome = await tx.query<{ id: string }>(sql`select mtg.id from meeting mtg where mtg.ends_at > ${tx.now}
    and mtg.id in (select inv.meeting_id from meeting_invitation inv where ${theirs}) order by mtg.id for no key update`);
  if (toCome.length === 0) return;
  const standing = await tx.query<{ id: string }>(sql`select inv.id from meeting_invitation inv
    where inv.meeting_id = any(${toCome.map(({ id }) => id)}::uuid[]) and ${theirs} order by inv.id for no key update`);
  const invitations = standing.map(({ id }) => id);
  const ended =
    await tx.query<EndedChild>(sql`update meeting_invitation_student ivs set ended_at = ${tx.now} from meeting_invitation inv
    where inv.id = ivs.invitation_id and inv.id = any(${invitations}::uuid[]) and ivs.ended_at is null and ${NOT_MEANT}
    returning inv.meeting_id as meeting, inv.household_id as household, ivs.student_id as student`);
  await hideNews(tx, ended);
  await tx.query(sql`update meeting_invitation inv set status = 'WITHDRAWN' where inv.id = any(${invitations}::uuid[])
    and not exists (select 1 from meeting_invitation_student ivs where ivs.invitation_id = inv.id and ivs.ended_at is null)`);
  const changed = await repliesThatChange(tx, invitations);
  if (changed.length === 0) return;
  await endReplies(tx, changed);
  await inviteAnew(tx, changed);
  await tellOfSeats(
    tx,
    seatsFree,
    sql`select was.meeting_id, was.attendee_count - coalesce(kept.attendee_count, 0) as seats
      from json_to_recordset(${JSON.stringify(changed)}::json) as changed(id uuid, next uuid) join meeting_reply was on was.id = changed.id
        left join meeting_reply kept on kept.id = changed.next`,
  );
}

interface EndedChild {
  readonly meeting: string;
  readonly household: string;
  readonly student: string;
}

/** Notices of the meeting to the guardians of the household no longer rest on these children. */
async function hideNews(tx: Transaction, ended: readonly EndedChild[]): Promise<void> {
  if (ended.length === 0) return;
  const told = await tx.query<
    EndedChild & { person: string }
  >(sql`select ended.meeting, ended.household, ended.student, gua.person_id as person
    from json_to_recordset(${JSON.stringify(ended)}::json) as ended(meeting uuid, household uuid, student uuid)
    join household_guardian hgd on hgd.household_id = ended.household join guardian gua on gua.id = hgd.guardian_id`);
  await endRightsToNotices(
    tx,
    told.map(({ meeting, person, student }) => ({
      person,
      about: toGlobalId('meeting', meeting),
      right: { students: [student] },
    })),
  );
}

interface ChangedReply {
  readonly id: string;
  readonly invitation: string;
  /** The one in its place, of those who still come. */
  readonly next: string;
  readonly coming: readonly string[];
  readonly lost: number;
}

/** Current replies of invitations that were withdrawn, and those that name somebody who has none of the children any more. */
async function repliesThatChange(tx: Transaction, invitations: readonly string[]): Promise<ChangedReply[]> {
  const rows = await tx.query<{
    id: string;
    invitation: string;
    standing: boolean;
    named: { guardian: string; comes: boolean }[];
  }>(sql`
    select rpl.id, inv.id as invitation, inv.status = 'INVITED' as standing,
      coalesce((select json_agg(json_build_object('guardian', rgd.guardian_id, 'comes', not ${HAS_NONE}) order by rgd.id)
        from meeting_reply_guardian rgd where rgd.reply_id = rpl.id), '[]') as named
    from meeting_reply rpl join meeting_invitation inv on inv.id = rpl.invitation_id
    where inv.id = any(${invitations}::uuid[]) and rpl.superseded_at is null order by rpl.id for no key update of rpl`);
  return rows.flatMap(({ id, invitation, standing, named }) => {
    const coming = standing ? named.filter(({ comes }) => comes).map(({ guardian }) => guardian) : [];
    const lost = named.length - coming.length;
    return standing && lost === 0 ? [] : [{ id, invitation, next: v7(), coming, lost }];
  });
}

/** Each is superseded; where somebody still comes, by a reply that says so. Whose time it had occupied is engaged by another reply of theirs, or free. */
async function endReplies(tx: Transaction, replies: readonly ChangedReply[]): Promise<void> {
  const ids = replies.map(({ id }) => id);
  await tx.query(
    sql`update meeting_reply set superseded_at = greatest(replied_at, ${tx.now}) where id = any(${ids}::uuid[])`,
  );
  const kept = replies.filter(({ coming }) => coming.length > 0);
  await tx.query(sql`
    insert into meeting_reply (id, created_at, invitation_id, meeting_id, household_id, guardian_id, answer, attendee_count, note, replied_at, continues_id)
    select kept.next, ${tx.now}, rpl.invitation_id, rpl.meeting_id, rpl.household_id,
      case when rpl.guardian_id = any(kept.coming) then rpl.guardian_id else kept.coming[1] end, rpl.answer, rpl.attendee_count - kept.lost,
      case when rpl.guardian_id = any(kept.coming) then rpl.note end, rpl.replied_at, coalesce(rpl.continues_id, rpl.id)
    from json_to_recordset(${JSON.stringify(kept)}::json) as kept(id uuid, next uuid, coming uuid[], lost int) join meeting_reply rpl on rpl.id = kept.id`);
  const named = kept.flatMap(({ id, next, coming }) => coming.map((guardian) => ({ link: v7(), id, next, guardian })));
  await tx.query(sql`insert into meeting_reply_guardian (id, created_at, reply_id, guardian_id)
    select named.link, ${tx.now}, named.next, named.guardian from json_to_recordset(${JSON.stringify(named)}::json) as named(link uuid, next uuid, guardian uuid)`);
  await tx.query(sql`update engagement eng set source_id = other.id
    from meeting_reply was join meeting_reply other on other.meeting_id = was.meeting_id and other.superseded_at is null
      join meeting_reply_guardian rgd on rgd.reply_id = other.id join guardian gua on gua.id = rgd.guardian_id
    where was.id = any(${ids}::uuid[]) and eng.source_id = was.id and eng.kind = 'MEETING_ATTENDANCE' and eng.status = 'ACTIVE' and eng.person_id = gua.person_id`);
  await tx.query(sql`update engagement set status = 'ENDED', ended_at = ${tx.now}
    where source_id = any(${ids}::uuid[]) and kind = 'MEETING_ATTENDANCE' and status = 'ACTIVE'`);
}

/** A family of whom nobody comes any more has not replied: whoever still has a child of it is asked to, as at first. */
async function inviteAnew(tx: Transaction, replies: readonly ChangedReply[]): Promise<void> {
  const gone = replies.filter(({ coming }) => coming.length === 0);
  if (gone.length === 0) return;
  const rows = await invitedGuardians(
    tx,
    gone.map(({ invitation }) => invitation),
  );
  await notifyEach(
    tx,
    meetingInvited,
    rows
      .filter(({ children, closed }) => children.length > 0 && !closed)
      .map(({ meeting, title, starts_at: startsAt, person, children }) => ({
        to: person,
        about: toGlobalId('meeting', meeting),
        restsOn: { students: children },
        params: { title, startsAt: new Date(startsAt).toISOString() },
      })),
  );
}
