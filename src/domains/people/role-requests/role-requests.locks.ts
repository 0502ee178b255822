import { checkNamedOnce, type Transaction } from '../../../platform/commands/index.ts';
import { Scope, sql } from '../../../platform/reading/index.ts';
import { askerMay } from '../administration/ask-for-role.ts';
import { mayGrant } from '../administration/assign-role.ts';
import { RoleRequest } from '../staff/role-request.entity.ts';
import { visibleRoleRequests } from './role-requests.access.ts';
import { roleDecisionBlocker } from './role-requests.rules.ts';

export interface LockedRequest {
  readonly request: RoleRequest;
  /** Whoever asked could still give the role. */
  readonly askerMay: boolean;
  /** The last day of the school year, of a role in a class. */
  readonly lastDay: string | null;
}

/** Requests that the caller sees, under lock, with the school years of their classes and whom they name, each in the order of their ids. @throws BadUserInput for none, too many, or one that is named twice */
export async function lockRoleRequests(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LockedRequest>> {
  checkNamedOnce(ids, 'requestIds', { zh: '申请', en: 'requests' });
  const rqs = new Scope('rqs');
  await tx.query(sql`select syr.id from school_year syr where syr.id in (select cls.school_year_id from role_request rqs join school_class cls on cls.id = rqs.school_class_id
    where rqs.id = any(${ids}::uuid[])) order by syr.id for share`);
  await tx.query(
    sql`select stf.id from staff stf where stf.id in (select rqs.staff_id from role_request rqs where rqs.id = any(${ids}::uuid[])) order by stf.id for no key update`,
  );
  const rows = await tx.query<{
    id: string;
    asker_may: boolean;
    last_day: string | null;
  }>(sql`select rqs.*, ${askerMay(rqs)} as asker_may,
      (select syr.ends_on::text from school_class cls join school_year syr on syr.id = cls.school_year_id where cls.id = rqs.school_class_id) as last_day
    from role_request rqs where rqs.id = any(${ids}::uuid[]) and ${visibleRoleRequests(rqs, tx.viewer.shape)} order by rqs.id for no key update of rqs`);
  return new Map(
    rows.map(({ asker_may: askerMay, last_day: lastDay, ...row }) => [
      row.id,
      { request: tx.em.map(RoleRequest, row), askerMay, lastDay },
    ]),
  );
}

export function requestDecisionBlocker(
  tx: Transaction,
  { request }: LockedRequest,
): ReturnType<typeof roleDecisionBlocker> {
  const { staffId } = tx.viewer;
  return roleDecisionBlocker({
    status: request.status,
    expired: request.expiresAt <= tx.now,
    own: request.askedBy.id === staffId || request.staff.id === staffId,
    mayGrant: mayGrant(tx.viewer, request.role, {
      districtId: request.district.id,
      schoolId: request.school?.id ?? null,
    }),
  });
}
