import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { hashOfSecret } from '../../../platform/auth/index.ts';
import type { Transaction } from '../../../platform/commands/index.ts';
import { LOCAL_ISSUER } from '../../../platform/config/index.ts';
import { now, sql, toGlobalId } from '../../../platform/reading/index.ts';
import { INBOX } from '../../people/index.ts';
import { endPasswordSessions } from '../sessions/end-sessions.ts';
import { tellOfLinks } from '../staff-identities/links.notices.ts';
import { StaffIdentityStatus } from '../staff-identities/staff-identity.entity.ts';

/** Whose sign-in is set up anew; bare ids. */
export interface LinkFor {
  readonly staffId: string;
  readonly accountId: string;
  readonly personId: string;
  /** The administrator who hands it out; null where that is whoever runs the hub. */
  readonly by: string | null;
  /** Good without a second administrator: one's own, or of whoever runs the hub. */
  readonly alone: boolean;
}

/** What is told once. */
export interface HandedOut {
  readonly staffId: string;
  readonly identityId: string;
  /** The last part of the address of the page where it is used. */
  readonly token: string;
  readonly expiresAt: Date;
}

/** The prefix lets secret scanners know it. */
const SHAPE = /^hubl_[\w-]{43}$/;
const HOUR = 3_600_000;

/** What is stored of a link; null for what cannot be one, which then never reaches the database. */
export function hashOfLink(token: string): string | null {
  return SHAPE.test(token) ? hashOfSecret(token) : null;
}

/**
 * Links by which people set a password and an authenticator, each good once and for some hours. What they had before is over at once,
 * with the sessions that were begun by it: where a telephone or a password was lost, somebody else may have it. Under the locks of the members of staff.
 */
export async function handOutLinks(tx: Transaction, hours: number, to: readonly LinkFor[]): Promise<HandedOut[]> {
  const expiresAt = new Date(tx.now.getTime() + hours * HOUR);
  const rows = to.map((each) => {
    const token = `hubl_${randomBytes(32).toString('base64url')}`;
    return { ...each, token, subject: toGlobalId('staff', each.staffId), id: v7(), credential: v7() };
  });
  const before = await endBefore(
    tx,
    rows.map(({ subject }) => subject),
  );
  await tx.query(sql`
    insert into staff_identity (id, account_id, issuer, subject, linked_at, created_at, linked_by_id, linked_alone, status)
    select each.id, each.account, ${LOCAL_ISSUER}, each.subject, ${now}, ${now}, each.by, each.alone, ${StaffIdentityStatus.INVITED}
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ accountId }) => accountId)}::uuid[], ${rows.map(({ subject }) => subject)}::text[],
      ${rows.map(({ by }) => by)}::uuid[], ${rows.map(({ alone }) => alone)}::boolean[]) as each(id, account, subject, by, alone) order by each.subject`);
  await tx.query(sql`insert into local_credential (id, created_at, identity_id, link_hash, link_expires_at, recovery_marks)
    select each.id, ${now}, each.identity, each.hash, ${expiresAt}, '{}'
    from unnest(${rows.map(({ credential }) => credential)}::uuid[], ${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ token }) => hashOfLink(token)!)}::text[])
      as each(id, identity, hash) order by each.identity`);
  await endPasswordSessions(
    tx,
    rows.map(({ accountId }) => accountId),
  );
  await tx.services.get(INBOX).askDeciders(
    tx,
    before.map(({ id }) => id),
  );
  const reset = new Set(before.flatMap(({ subject, was_set_up: wasSetUp }) => (wasSetUp ? [subject] : [])));
  await tellOfLinks(
    tx,
    rows.flatMap(({ personId: to, subject, id: link }) =>
      reset.has(subject) ? [{ to, what: 'RESET' as const, link }] : [],
    ),
  );
  return rows.map(({ staffId, id: identityId, token }) => ({ staffId, identityId, token, expiresAt }));
}

interface Ended {
  readonly id: string;
  readonly subject: string;
  readonly was_set_up: boolean;
}

/** What they had goes, and does not come back under its id: whoever approves something approves what they saw, or finds nothing. */
async function endBefore(tx: Transaction, subjects: readonly string[]): Promise<Ended[]> {
  await tx.query(
    sql`select sid.id from staff_identity sid where sid.issuer = ${LOCAL_ISSUER} and sid.subject = any(${subjects}::text[]) order by sid.id for update`,
  );
  // Whether somebody has set it up meanwhile is asked after the wait.
  const ended =
    await tx.query<Ended>(sql`select sid.id, sid.subject, exists (select 1 from local_credential crd where crd.identity_id = sid.id and crd.set_up_at is not null) as was_set_up
    from staff_identity sid where sid.issuer = ${LOCAL_ISSUER} and sid.subject = any(${subjects}::text[])`);
  await tx.query(sql`delete from staff_identity where id = any(${ended.map(({ id }) => id)}::uuid[])`);
  return ended;
}
