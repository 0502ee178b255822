import { v7 } from 'uuid';
import { requiredText, type Transaction } from '../../../platform/commands/index.ts';
import { NotFound, violationOf, type Rules } from '../../../platform/errors/index.ts';
import { now, sql } from '../../../platform/reading/index.ts';
import { assignmentStands, INBOX, mine } from '../../people/index.ts';
import { AccountStatus } from '../account.entity.ts';
import { worksElsewhere, worksForMe } from '../identity.access.ts';
import { IDENTITY } from '../services.ts';
import { tellOfLinks } from './links.notices.ts';
import { StaffIdentityStatus } from './staff-identity.entity.ts';

export type LinkRefusal = 'NOT_CONFIGURED' | 'ROLE_ELSEWHERE' | 'SUBJECT_TAKEN';

export const LINK_RULES: Rules<LinkRefusal> = {
  NOT_CONFIGURED: {
    description: 'This hub has no identity provider (未配置统一身份认证).',
    zh: '尚未配置统一身份认证。',
    en: 'This hub has no identity provider.',
  },
  ROLE_ELSEWHERE: {
    description: 'The person has a role in a district of somebody else, who must agree (在其他区任职).',
    zh: '该教职工在其他区任职,不能由本区绑定。',
    en: 'This person has a role in another district as well.',
  },
  SUBJECT_TAKEN: {
    description: 'The subject is linked to somebody else: unlink it first (该身份已绑定他人).',
    zh: '该身份已绑定其他账号。',
    en: 'This subject is linked to somebody else.',
  },
};

const LONGEST_SUBJECT = 255;

/**
 * Says who a staff member is to the identity provider; whoever signs in there as that subject then acts as them. Whoever links
 * somebody else gives the rights of that person to whoever holds the subject, their own for one: it is good once another
 * administrator has approved it. Oneself one links alone, also where the same link waits that somebody else has made. Linking the same
 * again changes nothing else.
 * @param staffId bare id of a staff member who works, or is to work, in a district that the caller administers
 * @throws RuleViolation with a LinkRefusal, NotFound, BadUserInput
 */
export async function linkStaffIdentity(
  tx: Transaction,
  input: { readonly staffId: string; readonly subject: string },
): Promise<{ staffIdentity: string; staff: string }> {
  const subject = requiredText(input.subject, { path: ['subject'], longest: LONGEST_SUBJECT });
  const issuer = tx.services.get(IDENTITY).oidcIssuer;
  if (issuer === null) throw violationOf(LINK_RULES, 'NOT_CONFIGURED');
  const accountId = await lockAccountOfStaff(tx, input.staffId);
  const own = input.staffId === tx.viewer.staffId;
  await freeOfWhoLeft(tx, { issuer, subject, accountId });
  const linker = own ? await linkerOfWaiting(tx, { issuer, subject, accountId }) : null;
  await tx.query(sql`insert into staff_identity (id, account_id, issuer, subject, linked_at, created_at, linked_by_id, linked_alone, status)
    values (${v7()}, ${accountId}, ${issuer}, ${subject}, ${now}, ${now}, ${mine.staffId}, ${own}, ${own ? StaffIdentityStatus.ACTIVE : StaffIdentityStatus.PENDING})
    on conflict (issuer, subject) do update set status = excluded.status, linked_alone = true, linked_by_id = excluded.linked_by_id, linked_at = excluded.linked_at
      where staff_identity.account_id = excluded.account_id and staff_identity.status = ${StaffIdentityStatus.PENDING} and excluded.linked_alone`);
  const [linked] = await tx.query<{ id: string; account_id: string }>(
    sql`select sid.id, sid.account_id from staff_identity sid where sid.issuer = ${issuer} and sid.subject = ${subject}`,
  );
  if (linked!.account_id !== accountId) throw violationOf(LINK_RULES, 'SUBJECT_TAKEN', ['subject']);
  await tx.services.get(INBOX).askDeciders(tx, [linked!.id]);
  await tellOfLinks(tx, [{ to: linker, what: 'APPROVED', link: linked!.id }]);
  tx.notes['linkedAccount'] = accountId;
  return { staffIdentity: linked!.id, staff: input.staffId };
}

interface WantedLink {
  readonly issuer: string;
  readonly subject: string;
  readonly accountId: string;
}

/** The person who has made the very link, which waits; null where there is none. Under the lock of it. */
async function linkerOfWaiting(tx: Transaction, { issuer, subject, accountId }: WantedLink): Promise<string | null> {
  const [waits] = await tx.query<{
    linker: string;
  }>(sql`select lkr.person_id as linker from staff_identity sid join staff lkr on lkr.id = sid.linked_by_id
    where sid.issuer = ${issuer} and sid.subject = ${subject} and sid.account_id = ${accountId} and sid.status = ${StaffIdentityStatus.PENDING} for no key update of sid`);
  return waits?.linker ?? null;
}

/** The account of a staff member, made where there is none yet. @throws NotFound, RuleViolation ROLE_ELSEWHERE */
async function lockAccountOfStaff(tx: Transaction, staffId: string): Promise<string> {
  await tx.query(sql`select stf.id from staff stf where stf.id = ${staffId} for no key update`);
  const [staff] = await tx.query<{
    person_id: string;
    elsewhere: boolean;
  }>(sql`select stf.person_id, ${worksElsewhere(sql`stf.id`)} as elsewhere
    from staff stf where stf.id = ${staffId} and ${worksForMe(sql`stf.id`)}`);
  if (!staff) throw new NotFound();
  if (staff.elsewhere) throw violationOf(LINK_RULES, 'ROLE_ELSEWHERE', ['staffId']);
  const id = v7();
  await tx.query(sql`insert into account (id, person_id, name, status, created_at)
    values (${id}, ${staff.person_id}, ${`staff-${id}`}, ${AccountStatus.ACTIVE}, ${now}) on conflict (person_id) do nothing`);
  const [account] = await tx.query<{ id: string }>(
    sql`select acc.id from account acc where acc.person_id = ${staff.person_id}`,
  );
  return account!.id;
}

/** A subject of somebody who works nowhere any more is free again: nobody signs in by it, and there is no administrator left to unlink it. */
async function freeOfWhoLeft(tx: Transaction, { issuer, subject, accountId }: WantedLink): Promise<void> {
  await tx.query(sql`delete from staff_identity sid where sid.issuer = ${issuer} and sid.subject = ${subject} and sid.account_id <> ${accountId}
    and not exists (select 1 from account acc join staff stf on stf.person_id = acc.person_id join staff_assignment asg on asg.staff_id = stf.id
      where acc.id = sid.account_id and ${assignmentStands(sql`asg`)})`);
}
