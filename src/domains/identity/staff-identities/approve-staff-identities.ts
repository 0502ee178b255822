import {
  checkNamedOnce,
  decideOnEach,
  PartlyDone,
  type ErrorPolicy,
  type Transaction,
} from '../../../platform/commands/index.ts';
import { ownCase, type Rules } from '../../../platform/errors/index.ts';
import { now, sql } from '../../../platform/reading/index.ts';
import { INBOX, mine } from '../../people/index.ts';
import { worksElsewhere, worksForMe } from '../identity.access.ts';
import { linkerMay } from './end-links.ts';
import { LINK_RULES } from './accounts-of-staff.ts';
import { tellOfLinks } from './links.notices.ts';
import { StaffIdentityStatus } from './staff-identity.entity.ts';

export type ApproveIdentityRule = 'NOT_FOUND' | 'OWN' | 'NOT_SET_UP' | 'NOT_PENDING' | 'ASKER_GONE' | 'ROLE_ELSEWHERE';

export const APPROVE_IDENTITY_RULES: Rules<ApproveIdentityRule> = {
  NOT_FOUND: {
    description: 'There is no such link (绑定不存在).',
    zh: '没有找到该统一身份绑定。',
    en: 'There is no such link.',
  },
  OWN: ownCase({
    description:
      'The caller linked it, or is the one who is linked: a second administrator decides (须由另一位管理员复核).',
    zh: '提交人和被绑定人不能复核,请由另一位管理员处理。',
    en: 'Neither who linked it nor who is linked decides: a second administrator must.',
  }),
  NOT_SET_UP: {
    description: 'Nobody has set up a password by the link yet: what is approved is what was set up (尚未设置).',
    zh: '本人尚未通过链接设置登录,设置后才能复核。',
    en: 'Nobody has set up a password by the link yet: it is approved afterwards.',
  },
  NOT_PENDING: { description: 'It is good already (已生效).', zh: '该绑定已生效。', en: 'This link is good already.' },
  ASKER_GONE: {
    description:
      'Whoever linked it administers nothing of the district any more: unlink it, and link it anew (提交人已无此权限).',
    zh: '提交人已无权绑定,请解除后重新绑定。',
    en: 'Whoever linked it may not any more: unlink it, and link it anew.',
  },
  ROLE_ELSEWHERE: LINK_RULES.ROLE_ELSEWHERE,
};

interface Locked {
  readonly id: string;
  readonly status: StaffIdentityStatus;
  readonly own: boolean;
  /** Whoever linked it could still do so. */
  readonly linker_may: boolean;
  readonly elsewhere: boolean;
  /** The persons who linked it, null where that was not noted, and who is linked. */
  readonly linker: string | null;
  readonly linked: string;
}

/**
 * Makes links good that another administrator of the district has made, of somebody else than the caller: a district enters its
 * staff from a list, and a second one goes through the list.
 * @param staffIdentityIds bare ids @throws RuleViolation, BadUserInput
 */
export async function approveStaffIdentities(
  tx: Transaction,
  {
    staffIdentityIds,
    errorPolicy,
  }: { readonly staffIdentityIds: readonly string[]; readonly errorPolicy: ErrorPolicy },
): Promise<PartlyDone<{ staffIdentities: string[] }>> {
  checkNamedOnce(staffIdentityIds, 'staffIdentityIds', { zh: '绑定', en: 'links' });
  // Whom each names and where they work is asked for after the wait.
  await tx.query(
    sql`select sid.id from staff_identity sid where sid.id = any(${staffIdentityIds}::uuid[]) order by sid.id for no key update`,
  );
  const rows = await tx.query<Locked>(sql`
    select sid.id, sid.status, sid.linked_by_id is not distinct from ${mine.staffId} or stf.id = ${mine.staffId} as own,
      sid.linked_by_id is null or ${linkerMay(sql`sid`, sql`stf.id`)} as linker_may,
      ${worksElsewhere(sql`stf.id`)} as elsewhere, (select lkr.person_id from staff lkr where lkr.id = sid.linked_by_id) as linker, stf.person_id as linked
    from staff_identity sid join account acc on acc.id = sid.account_id join staff stf on stf.person_id = acc.person_id
    where sid.id = any(${staffIdentityIds}::uuid[])
      and ${worksForMe(sql`stf.id`)}`);
  const { done, refused } = await decideOnEach(staffIdentityIds, {
    field: 'staffIdentityIds',
    policy: errorPolicy,
    rules: APPROVE_IDENTITY_RULES,
    found: new Map(rows.map((row) => [row.id, row])),
    blocker: blockerOf,
    decide: (link) => link,
  });
  const ids = done.map(({ id }) => id);
  await tx.query(
    sql`update staff_identity set status = ${StaffIdentityStatus.ACTIVE}, approved_by_id = ${mine.staffId}, approved_at = ${now} where id = any(${ids}::uuid[])`,
  );
  await tx.services.get(INBOX).askDeciders(tx, ids);
  await tellOfLinks(
    tx,
    done.flatMap(({ id: link, linker, linked }) => [
      { to: linker, what: 'APPROVED' as const, link },
      { to: linked, what: 'LINKED' as const, link },
    ]),
  );
  return new PartlyDone({ staffIdentities: ids }, refused);
}

function blockerOf(link: Locked): Exclude<ApproveIdentityRule, 'NOT_FOUND'> | null {
  if (link.own) return 'OWN';
  if (link.status === StaffIdentityStatus.INVITED) return 'NOT_SET_UP';
  if (link.status !== StaffIdentityStatus.PENDING) return 'NOT_PENDING';
  if (!link.linker_may) return 'ASKER_GONE';
  return link.elsewhere ? 'ROLE_ELSEWHERE' : null;
}
