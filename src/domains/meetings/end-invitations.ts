import { v7 } from 'uuid';
import type { Transaction } from '../../platform/commands/index.ts';
import { sql } from '../../platform/reading/index.ts';
import { childrenOfGuardian } from '../people/index.ts';

/**
 * Ends what of meetings to come rests on the children, after a right to them or their place in a class has ended: a child who
 * is in none of the classes is no longer meant, an invitation that is for no child any more is withdrawn with its reply, and
 * a guardian who has none of its children today does not come: their time is free, and their seat.
 * Does nothing where nothing has ended. Locks the invitations, in the order of their ids.
 * @param students bare ids
 */
export async function endInvitations(tx: Transaction, students: readonly string[]): Promise<void> {
  if (students.length === 0) return;
  await tx.em.flush();
  const standing = await tx.query<{ id: string }>(sql`select inv.id from meeting_invitation inv join meeting mtg on mtg.id = inv.meeting_id
    where inv.status = 'INVITED' and mtg.ends_at > ${tx.now}
      and inv.id in (select ivs.invitation_id from meeting_invitation_student ivs where ivs.ended_at is null and ivs.student_id = any(${students}::uuid[]))
    order by inv.id for no key update of inv`);
  if (standing.length === 0) return;
  const invitations = standing.map(({ id }) => id);
  await tx.query(sql`update meeting_invitation_student ivs set ended_at = ${tx.now} from meeting_invitation inv
    where inv.id = ivs.invitation_id and inv.id = any(${invitations}::uuid[]) and ivs.ended_at is null and ivs.student_id = any(${students}::uuid[])
      and not exists (select 1 from class_membership mem join meeting_class mcl on mcl.school_class_id = mem.school_class_id
        join student stu on stu.id = mem.student_id
        where mem.student_id = ivs.student_id and mem.status = 'ACTIVE' and mcl.meeting_id = inv.meeting_id and stu.left_on is null)`);
  await tx.query(sql`update meeting_invitation inv set status = 'WITHDRAWN' where inv.id = any(${invitations}::uuid[])
    and not exists (select 1 from meeting_invitation_student ivs where ivs.invitation_id = inv.id and ivs.ended_at is null)`);
  await endReplies(tx, await repliesThatChange(tx, invitations));
}

interface ChangedReply {
  readonly id: string;
  /** The one in its place, of those who still come. */
  readonly next: string;
  readonly coming: readonly string[];
  readonly lost: number;
}

/** Current replies of invitations that were withdrawn, and those that name somebody who has none of the children any more. */
async function repliesThatChange(tx: Transaction, invitations: readonly string[]): Promise<ChangedReply[]> {
  const rows = await tx.query<{ id: string; standing: boolean; named: { guardian: string; comes: boolean }[] }>(sql`
    select rpl.id, inv.status = 'INVITED' as standing,
      coalesce((select json_agg(json_build_object('guardian', rgd.guardian_id, 'comes', exists (select 1 from meeting_invitation_student ivs
          where ivs.invitation_id = inv.id and ivs.ended_at is null and ivs.student_id = any(${childrenOfGuardian(sql`rgd.guardian_id`)}))) order by rgd.id)
        from meeting_reply_guardian rgd where rgd.reply_id = rpl.id), '[]') as named
    from meeting_reply rpl join meeting_invitation inv on inv.id = rpl.invitation_id
    where inv.id = any(${invitations}::uuid[]) and rpl.superseded_at is null order by rpl.id for no key update of rpl`);
  return rows.flatMap(({ id, standing, named }) => {
    const coming = standing ? named.filter(({ comes }) => comes).map(({ guardian }) => guardian) : [];
    const lost = named.length - coming.length;
    return standing && lost === 0 ? [] : [{ id, next: v7(), coming, lost }];
  });
}

/** Each is superseded; where somebody still comes, by a reply that says so. Whose time it had occupied is engaged by another reply of theirs, or free. */
async function endReplies(tx: Transaction, replies: readonly ChangedReply[]): Promise<void> {
  if (replies.length === 0) return;
  const ids = replies.map(({ id }) => id);
  await tx.query(sql`update meeting_reply set superseded_at = greatest(replied_at, ${tx.now}) where id = any(${ids}::uuid[])`);
  const kept = replies.filter(({ coming }) => coming.length > 0);
  await tx.query(sql`
    insert into meeting_reply (id, created_at, invitation_id, meeting_id, household_id, guardian_id, answer, attendee_count, note, replied_at)
    select kept.next, ${tx.now}, rpl.invitation_id, rpl.meeting_id, rpl.household_id,
      case when rpl.guardian_id = any(kept.coming) then rpl.guardian_id else kept.coming[1] end, rpl.answer, rpl.attendee_count - kept.lost,
      case when rpl.guardian_id = any(kept.coming) then rpl.note end, greatest(rpl.replied_at, ${tx.now})
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
