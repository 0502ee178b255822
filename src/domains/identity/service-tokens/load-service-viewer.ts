import { sameSecret, type Permissions, type ServiceSecret, type Viewer } from '../../../platform/auth/index.ts';
import { memberOf, type Database } from '../../../platform/database/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { assignmentHolds } from '../../people/index.ts';
import { viewerOfGrant } from './service-grant.ts';
import { ServiceRole } from './service-token.entity.ts';

/**
 * The token, while the role that it rests on holds and the account of who holds that is open (`hasFooting` says the same), and the
 * note that it was used, at most once a minute, in one statement. Whoever finds the row being noted passes it by instead of waiting.
 */
const SERVICE_TOKEN = `
with token as (
  select t.*, h.person_id as holder,
    (select coalesce((select jnd.person_id from account jnd where jnd.id = m.joined_into_id), m.person_id) from account m where m.id = t.created_by_id) as maker
  from service_token t
  join staff_assignment a on a.id = t.rests_on_id join staff h on h.id = a.staff_id join account o on o.person_id = h.person_id
  cross join (select ($2::timestamptz at time zone 'Asia/Shanghai')::date as day) today
  where t.id = $1 and t.revoked_at is null and t.expires_at > $2
    and o.status = 'ACTIVE' and ${assignmentHolds(sql`a`, sql`today.day`).text}
),
noted as (
  update service_token set last_used_at = $2 where id in (
    select t.id from service_token t
    where t.id = (select id from token) and t.secret_hash = $3
      and (t.last_used_at is null or t.last_used_at <= $2::timestamptz - interval '1 minute')
    for no key update skip locked)
)
select id, rests_on_id, role, district_id, school_id, permissions, secret_hash, holder, maker from token`;

/** The viewer that the bearer of a service token is at this moment, or null where the token is good for nothing. */
export async function loadServiceViewer(
  database: Database,
  known: Permissions,
  secret: ServiceSecret,
  now: Date,
): Promise<Viewer | null> {
  const [row] = await database.read(SERVICE_TOKEN, [secret.id, now, secret.hash]);
  if (!row) return null;
  const [serviceTokenId, restsOnId, stored, districtId, schoolId, permissions, hash, holder, maker] = row as [
    string,
    string,
    string,
    string,
    string | null,
    string[],
    string,
    string,
    string,
  ];
  const role = memberOf(ServiceRole, stored);
  return role !== null && sameSecret(hash, secret.hash)
    ? viewerOfGrant({ serviceTokenId, restsOnId, holder, maker }, { role, districtId, schoolId, permissions }, known)
    : null;
}
