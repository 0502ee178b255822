import { now, sql, type Sql } from '../../../platform/reading/index.ts';
import { mine } from '../../people/index.ts';

/** For `OWN_STANDING`: whoever joins two accounts, or gives one the sign-in of another, holds both persons while they write it. */
export const ownStanding: Sql = sql`select acc.id from account acc where acc.id = ${mine.accountId} and acc.person_id = ${mine.personId} and acc.status = 'ACTIVE'
  and (${mine.sessionId} is null or exists (select 1 from session ses where ses.id = ${mine.sessionId} and ses.ended_at is null and ses.expires_at > ${now}))`;
