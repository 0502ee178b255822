import { sql, table, type Alias, type Sql } from '../../../../platform/reading/index.ts';
import { mine } from '../../../people/index.ts';
import type { OfferStandInFacts } from './stand-in.blockers.ts';
import { isOpenStandIn } from '../../model/index.ts';

/** Times as texts, for it is read as JSON. */
export type OfferStandInFactsRead = Omit<OfferStandInFacts, 'now' | 'startsAt'> & { readonly startsAt: string };

/** The facts of `offerBlockersFor` about a sign-up and the viewer: the read side and the command look at the same. */
export function offerStandInFacts(signup: Alias): Sql {
  return sql`select json_build_object(
      'own', ${signup}.person_id is not distinct from ${mine.personId},
      'confirmed', ${signup}.status = 'CONFIRMED',
      'startsAt', sft.starts_at,
      'offered', exists (select 1 from ${table('stand_in')} sti where sti.signup_id = ${signup}.id and ${isOpenStandIn(sql`sti`)}),
      'approvalRequired', rol.approval_required)
    from ${table('shift_role')} rol join ${table('shift')} sft on sft.id = rol.shift_id where rol.id = ${signup}.role_id`;
}

export function offerStandInFactsAt(now: Date, read: OfferStandInFactsRead): OfferStandInFacts {
  return { ...read, now, startsAt: new Date(read.startsAt) };
}
