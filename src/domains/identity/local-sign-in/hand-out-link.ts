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
  const stored = await tx.query<{ id: string; subject: string }>(sql`
    insert into staff_identity (id, account_id, issuer, subject, linked_at, created_at, linked_by_id, linked_alone, status)
    select each.id, each.account, ${LOCAL_ISSUER}, each.subject, ${now}, ${now}, each.by, each.alone, ${StaffIdentityStatus.INVITED}
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ accountId }) => accountId)}::uuid[], ${rows.map(({ subject }) => subject)}::text[],
      ${rows.map(({ by }) => by)}::uuid[], ${rows.map(({ alone }) => alone)}::boolean[]) as each(id, account, subject, by, alone) order by each.subject
    on conflict (issuer, subject) do update set account_id = excluded.account_id, status = excluded.status, linked_alone = excluded.linked_alone, linked_by_id = excluded.linked_by_id,
      linked_at = excluded.linked_at, approved_by_id = null, approved_at = null
    returning id, subject`);
  const idOf = new Map(stored.map(({ id, subject }) => [subject, id]));
  const wasSetUp = await tx.query<{ identity_id: string }>(sql`
    select crd.identity_id from local_credential crd where crd.identity_id = any(${[...idOf.values()]}::uuid[]) and crd.set_up_at is not null order by crd.id for no key update`);
  await tx.query(sql`insert into local_credential (id, created_at, identity_id, link_hash, link_expires_at, recovery_marks)
    select each.id, ${now}, each.identity, each.hash, ${expiresAt}, '{}'
    from unnest(${rows.map(({ credential }) => credential)}::uuid[], ${rows.map(({ subject }) => idOf.get(subject)!)}::uuid[], ${rows.map(({ token }) => hashOfLink(token)!)}::text[])
      as each(id, identity, hash) order by each.identity
    on conflict (identity_id) do update set link_hash = excluded.link_hash, link_expires_at = excluded.link_expires_at, password_hash = null, totp_secret = null, totp_step = null,
      recovery_marks = '{}', set_up_at = null`);
  await endPasswordSessions(
    tx,
    rows.map(({ accountId }) => accountId),
  );
  await tx.services.get(INBOX).askDeciders(tx, [...idOf.values()]);
  const reset = new Set(wasSetUp.map(({ identity_id }) => identity_id));
  await tellOfLinks(
    tx,
    rows.flatMap(({ personId: to, subject }) => {
      const link = idOf.get(subject)!;
      return reset.has(link) ? [{ to, what: 'RESET' as const, link }] : [];
    }),
  );
  return rows.map(({ staffId, subject, token }) => ({ staffId, identityId: idOf.get(subject)!, token, expiresAt }));
}
