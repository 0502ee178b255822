import type { ViewerShape } from '../../../../platform/auth/index.ts';
import { Scope, sql, table, type Alias, type Sql } from '../../../../platform/reading/index.ts';
import { mine } from '../../../people/index.ts';
import { manageableShifts } from '../../model/index.ts';
import type { SupplementFacts } from './supplement.blockers.ts';

/** A supplement of the sign-up waits for a decision. */
export function supplementWaits(signup: Alias): Sql {
  return sql`exists (select 1 from ${table('service_record')} srv where srv.signup_id = ${signup}.id and srv.source = 'SUPPLEMENTED' and srv.status = 'PENDING')`;
}

/** Times as texts, for it is read as JSON. */
export type SupplementFactsRead = Omit<SupplementFacts, 'now' | 'startsAt'> & { readonly startsAt: string };

/** The facts of `supplementBlockersFor` about a sign-up and the viewer. */
export function supplementFacts(signup: Alias, viewer: ViewerShape): Sql {
  return sql`select json_build_object(
      'confirmed', ${signup}.status = 'CONFIRMED' and (${signup}.person_id is not distinct from ${mine.personId} or coalesce(${manageableShifts(new Scope('sft'), viewer)}, false)),
      'startsAt', sft.starts_at,
      'waiting', ${supplementWaits(signup)})
    from ${table('shift')} sft where sft.id = ${signup}.shift_id`;
}

export function supplementFactsAt(now: Date, read: SupplementFactsRead): SupplementFacts {
  return { ...read, now, startsAt: new Date(read.startsAt) };
}
