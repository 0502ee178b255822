import { v7 } from 'uuid';
import type { Transaction } from '../../../platform/commands/index.ts';
import type { Rules } from '../../../platform/errors/index.ts';
import { now, sql } from '../../../platform/reading/index.ts';
import { AccountStatus } from '../account.entity.ts';
import { worksElsewhere, worksForMe } from '../identity.access.ts';

export type LinkRefusal = 'NOT_CONFIGURED' | 'ROLE_ELSEWHERE' | 'SUBJECT_TAKEN';
export type LinkRowRefusal = LinkRefusal | 'NOT_FOUND' | 'TWICE';

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

/** Those of a list. */
export const LINK_ROW_RULES: Rules<LinkRowRefusal> = {
  ...LINK_RULES,
  NOT_FOUND: {
    description: 'There is no such member of staff in a district that the caller administers (教职工不存在).',
    zh: '没有找到该教职工。',
    en: 'There is no such member of staff.',
  },
  TWICE: {
    description: 'The subject stands in the list before (主体标识重复).',
    zh: '该身份在列表中重复出现。',
    en: 'This subject stands in the list twice.',
  },
};

/** A member of staff whom the caller may link; bare ids. */
export interface StaffOnRecord {
  readonly staffId: string;
  readonly personId: string;
  /** They work in a district of somebody else, too. */
  readonly elsewhere: boolean;
  /** Null for whoever works elsewhere and has none yet. */
  readonly accountId: string | null;
}

/**
 * Members of staff who work, or are to work, in districts of the caller, under lock, by their ids, with their accounts, which are made
 * where there is none yet.
 */
export async function accountsOfStaff(
  tx: Transaction,
  staffIds: readonly string[],
): Promise<Map<string, StaffOnRecord>> {
  await tx.query(
    sql`select stf.id from staff stf where stf.id = any(${staffIds}::uuid[]) order by stf.id for no key update`,
  );
  const ids = staffIds.map(() => v7());
  await tx.query(sql`insert into account (id, person_id, name, status, created_at)
    select each.id, stf.person_id, 'staff-' || each.id, ${AccountStatus.ACTIVE}, ${now} from unnest(${ids}::uuid[], ${staffIds}::uuid[]) as each(id, staff_id) join staff stf on stf.id = each.staff_id
    where ${worksForMe(sql`stf.id`)} and not ${worksElsewhere(sql`stf.id`)} order by stf.id
    on conflict (person_id) do nothing`);
  const rows = await tx.query<{
    id: string;
    person_id: string;
    elsewhere: boolean;
    account_id: string | null;
  }>(sql`select stf.id, stf.person_id, ${worksElsewhere(sql`stf.id`)} as elsewhere, acc.id as account_id
    from staff stf left join account acc on acc.person_id = stf.person_id where stf.id = any(${staffIds}::uuid[]) and ${worksForMe(sql`stf.id`)}`);
  return new Map(
    rows.map(({ id: staffId, person_id: personId, elsewhere, account_id: accountId }) => [
      staffId,
      { staffId, personId, elsewhere, accountId },
    ]),
  );
}
