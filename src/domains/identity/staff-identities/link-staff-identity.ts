import { v7 } from 'uuid';
import {
  PartlyDone,
  requiredText,
  rowByRow,
  type ErrorPolicy,
  type Transaction,
} from '../../../platform/commands/index.ts';
import { BadUserInput, NotFound, violationOf } from '../../../platform/errors/index.ts';
import { now, sql } from '../../../platform/reading/index.ts';
import { assignmentStands, INBOX, mine } from '../../people/index.ts';
import { IDENTITY } from '../services.ts';
import {
  accountsOfStaff,
  LINK_ROW_RULES,
  LINK_RULES,
  type LinkRowRefusal,
  type StaffOnRecord,
} from './accounts-of-staff.ts';
import { tellOfLinks } from './links.notices.ts';
import { StaffIdentityStatus } from './staff-identity.entity.ts';

const LONGEST_SUBJECT = 255;
const MOST_LINKS = 100;

/** Bare id of a staff member, and what the provider calls them. */
export interface WantedLink {
  readonly staffId: string;
  readonly subject: string;
}

/**
 * Says who a staff member is to the identity provider; whoever signs in there as that subject then acts as them. Whoever links
 * somebody else gives the rights of that person to whoever holds the subject, their own for one: it is good once another
 * administrator has approved it. Oneself one links alone, also where the same link waits that somebody else has made. Linking the same
 * again changes nothing else.
 * @throws RuleViolation with a LinkRefusal, NotFound, BadUserInput
 */
export async function linkStaffIdentity(
  tx: Transaction,
  { staffId, subject }: WantedLink,
): Promise<{ staffIdentity: string; staff: string }> {
  const wanted = { staffId, subject: requiredText(subject, { path: ['subject'], longest: LONGEST_SUBJECT }) };
  const { refusalOf, idOf, noteDone } = await linkAll(tx, [wanted]);
  const refusal = refusalOf(wanted, 0);
  if (refusal === 'NOT_FOUND') throw new NotFound();
  if (refusal !== null)
    throw violationOf(LINK_ROW_RULES, refusal, [refusal === 'ROLE_ELSEWHERE' ? 'staffId' : 'subject']);
  await noteDone();
  return { staffIdentity: idOf(wanted), staff: staffId };
}

/**
 * The same for a whole list of staff, as a district has one: what another administrator goes through then (`approveStaffIdentities`).
 * @throws RuleViolation, BadUserInput
 */
export async function linkStaffIdentities(
  tx: Transaction,
  { links, errorPolicy }: { readonly links: readonly WantedLink[]; readonly errorPolicy: ErrorPolicy },
): Promise<PartlyDone<{ staffIdentities: string[] }>> {
  if (links.length === 0 || links.length > MOST_LINKS)
    throw new BadUserInput(
      { zh: `一次可提交 1 到 ${MOST_LINKS} 项绑定。`, en: `Send 1 to ${MOST_LINKS} links at a time.` },
      ['input', 'links'],
    );
  const wanted = links.map(({ staffId, subject }, at) => ({
    staffId,
    subject: requiredText(subject, { path: ['links', at, 'subject'], longest: LONGEST_SUBJECT }),
  }));
  const { refusalOf, idOf, noteDone } = await linkAll(tx, wanted);
  const { done: staffIdentities, refused } = await rowByRow(
    wanted,
    { field: 'links', policy: errorPolicy },
    (link, at): Promise<string> => {
      const refusal = refusalOf(link, at);
      const field = refusal === 'NOT_FOUND' || refusal === 'ROLE_ELSEWHERE' ? 'staffId' : 'subject';
      return refusal === null
        ? Promise.resolve(idOf(link))
        : Promise.reject(violationOf(LINK_ROW_RULES, refusal, [field]));
    },
  );
  await noteDone();
  return new PartlyDone({ staffIdentities }, refused);
}

interface Linked {
  readonly refusalOf: (link: WantedLink, at: number) => LinkRowRefusal | null;
  /** Bare id of what was linked and not refused. */
  readonly idOf: (link: WantedLink) => string;
  /** Asks and tells whom it concerns. */
  readonly noteDone: () => Promise<void>;
}

/** Writes what may be: of the others nothing, whatever becomes of the call. @throws RuleViolation NOT_CONFIGURED */
async function linkAll(tx: Transaction, wanted: readonly WantedLink[]): Promise<Linked> {
  const issuer = tx.services.get(IDENTITY).oidcIssuer;
  if (issuer === null) throw violationOf(LINK_RULES, 'NOT_CONFIGURED');
  const staff = await accountsOfStaff(
    tx,
    wanted.map(({ staffId }) => staffId),
  );
  const firstAt = new Map(wanted.map(({ subject }, at) => [subject, at] as const).reverse());
  const candidates = wanted.flatMap(({ staffId, subject }, at): Candidate[] => {
    const known = staff.get(staffId);
    return known && !known.elsewhere && firstAt.get(subject) === at ? [{ ...known, subject }] : [];
  });
  const linkers = await linkersOfWaiting(tx, issuer, candidates);
  await write(tx, issuer, candidates);
  const rows = await tx.query<{ id: string; subject: string; account_id: string }>(sql`
    select sid.id, sid.subject, sid.account_id from staff_identity sid where sid.issuer = ${issuer} and sid.subject = any(${candidates.map(({ subject }) => subject)}::text[])`);
  const stored = new Map(rows.map((row) => [row.subject, row]));
  const isLinked = ({ subject, accountId }: Candidate): boolean => stored.get(subject)?.account_id === accountId;
  return {
    refusalOf({ staffId, subject }, at) {
      const known = staff.get(staffId);
      if (!known) return 'NOT_FOUND';
      if (known.elsewhere) return 'ROLE_ELSEWHERE';
      if (firstAt.get(subject) !== at) return 'TWICE';
      return stored.get(subject)?.account_id === known.accountId ? null : 'SUBJECT_TAKEN';
    },
    idOf: ({ subject }) => stored.get(subject)!.id,
    async noteDone() {
      await tx.services.get(INBOX).askDeciders(
        tx,
        candidates.filter(isLinked).map(({ subject }) => stored.get(subject)!.id),
      );
      await tellOfLinks(
        tx,
        linkers.map(({ linker: to, link }) => ({ to, what: 'APPROVED', link })),
      );
      for (const [at, { accountId }] of candidates.filter(isLinked).entries())
        tx.notes[at === 0 ? 'linkedAccount' : `linkedAccount${at + 1}`] = accountId!;
    },
  };
}

interface Candidate extends StaffOnRecord {
  readonly subject: string;
}

async function write(tx: Transaction, issuer: string, candidates: readonly Candidate[]): Promise<void> {
  const subjects = candidates.map(({ subject }) => subject);
  const accounts = candidates.map(({ accountId }) => accountId);
  // A subject of somebody who works nowhere any more is free again: nobody signs in by it, and there is no administrator left to unlink it.
  await tx.query(sql`delete from staff_identity sid using unnest(${subjects}::text[], ${accounts}::uuid[]) as each(subject, account)
    where sid.issuer = ${issuer} and sid.subject = each.subject and sid.account_id <> each.account
    and not exists (select 1 from account acc join staff stf on stf.person_id = acc.person_id join staff_assignment asg on asg.staff_id = stf.id
      where acc.id = sid.account_id and ${assignmentStands(sql`asg`)})`);
  await tx.query(sql`insert into staff_identity (id, account_id, issuer, subject, linked_at, created_at, linked_by_id, linked_alone, status)
    select each.id, each.account, ${issuer}, each.subject, ${now}, ${now}, ${mine.staffId}, each.own, case when each.own then ${StaffIdentityStatus.ACTIVE} else ${StaffIdentityStatus.PENDING} end
    from unnest(${candidates.map(() => v7())}::uuid[], ${accounts}::uuid[], ${subjects}::text[], ${candidates.map(({ staffId }) => staffId === tx.viewer.staffId)}::boolean[]) as each(id, account, subject, own)
    order by each.subject
    on conflict (issuer, subject) do update set status = excluded.status, linked_alone = true, linked_by_id = excluded.linked_by_id, linked_at = excluded.linked_at
      where staff_identity.account_id = excluded.account_id and staff_identity.status = ${StaffIdentityStatus.PENDING} and excluded.linked_alone`);
}

/** Who has made the very links to oneself that wait, under the lock of these. */
async function linkersOfWaiting(
  tx: Transaction,
  issuer: string,
  candidates: readonly Candidate[],
): Promise<{ linker: string; link: string }[]> {
  const own = candidates.filter(({ staffId }) => staffId === tx.viewer.staffId);
  if (own.length === 0) return [];
  return tx.query(sql`select lkr.person_id as linker, sid.id as link from staff_identity sid join staff lkr on lkr.id = sid.linked_by_id
    where sid.issuer = ${issuer} and sid.subject = any(${own.map(({ subject }) => subject)}::text[]) and sid.account_id = ${own[0]!.accountId}::uuid
      and sid.status = ${StaffIdentityStatus.PENDING} for no key update of sid`);
}
