import type { Resting } from '../../platform/commands/index.ts';
import { now, sql, type Sql } from '../../platform/reading/index.ts';
import { childrenOfGuardian } from '../people/index.ts';
import { endInvitations } from './end-invitations.ts';

const TO_COME: Sql = sql`inv.status = 'INVITED' and mtg.ends_at > ${now}`;

/** Guardians of a child whom an invitation still names, and who is in none of the meeting's classes any more. */
const inNoClass: Sql = sql`select gua.person_id from meeting mtg join meeting_invitation inv on inv.meeting_id = mtg.id
    join meeting_invitation_student ivs on ivs.invitation_id = inv.id and ivs.ended_at is null
    join guardianship tie on tie.student_id = ivs.student_id join guardian gua on gua.id = tie.guardian_id
  where ${TO_COME} and not exists (select 1 from class_membership mem join meeting_class mcl on mcl.school_class_id = mem.school_class_id and mcl.meeting_id = mtg.id
    join student stu on stu.id = mem.student_id and stu.left_on is null where mem.student_id = ivs.student_id and mem.status = 'ACTIVE')`;

/** Guardians who said that they come, and have none of the children any more for whom the invitation is. */
const hasNoneOfThem: Sql = sql`select gua.person_id from meeting mtg join meeting_invitation inv on inv.meeting_id = mtg.id
    join meeting_reply rpl on rpl.invitation_id = inv.id and rpl.superseded_at is null
    join meeting_reply_guardian rgd on rgd.reply_id = rpl.id join guardian gua on gua.id = rgd.guardian_id
  where ${TO_COME} and not exists (select 1 from meeting_invitation_student ivs where ivs.invitation_id = inv.id and ivs.ended_at is null
    and ivs.student_id = any(${childrenOfGuardian(sql`rgd.guardian_id`)}))`;

export const resting: readonly Resting[] = [
  {
    name: 'meetings.invitations',
    description: 'Invitations rest on the children for whom they are, and that somebody comes on their having one of these.',
    adrift: sql`(${inNoClass}) union all (${hasNoneOfThem})`,
    async end(tx, personIds) {
      const children = await tx.query<{ id: string }>(sql`select distinct tie.student_id as id from guardianship tie join guardian gua on gua.id = tie.guardian_id
        where gua.person_id = any(${[...personIds]}::uuid[]) order by 1`);
      await endInvitations(tx, children.map(({ id }) => id));
    },
  },
];
