import type { Transaction } from '../../platform/commands/index.ts';
import { sql } from '../../platform/reading/index.ts';
import { childrenOfGuardian } from '../people/index.ts';

/** Somebody of an invited household, and those of the children it is invited for who are theirs today. */
export interface InvitedGuardian {
  readonly invitation: string;
  readonly meeting: string;
  readonly title: string;
  readonly starts_at: string;
  /** Replies are taken no more. */
  readonly closed: boolean;
  readonly person: string;
  readonly children: string[];
}

/** Those of some invitations that stand. */
export function invitedGuardians(tx: Transaction, invitations: readonly string[]): Promise<InvitedGuardian[]> {
  return tx.query<InvitedGuardian>(sql`
    select inv.id as invitation, mtg.id as meeting, mtg.title, to_json(mtg.starts_at) as starts_at, mtg.status <> 'PUBLISHED' or coalesce(mtg.reply_by, mtg.starts_at) <= ${tx.now} as closed, gua.person_id as person,
      array(select ivs.student_id from meeting_invitation_student ivs where ivs.invitation_id = inv.id and ivs.ended_at is null and ivs.student_id = any(${childrenOfGuardian(sql`gua.id`)})) as children
    from meeting_invitation inv join meeting mtg on mtg.id = inv.meeting_id join household_guardian hgd on hgd.household_id = inv.household_id join guardian gua on gua.id = hgd.guardian_id
    where inv.id = any(${[...invitations]}::uuid[]) and inv.status = 'INVITED'`);
}
