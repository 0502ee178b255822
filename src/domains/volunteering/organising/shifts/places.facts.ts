import type { ViewerShape } from '../../../../platform/auth/index.ts';
import {
  never,
  raw,
  Scope,
  SMALL_GROUP,
  sql,
  table,
  type Alias,
  type Sql,
} from '../../../../platform/reading/index.ts';
import { isToldOfLargeGroupsOnly } from '../../../people/index.ts';
import { standingSignup } from '../../model/index.ts';

const plc = new Scope('plc');
const fewest = raw(String(SMALL_GROUP - 1));

/**
 * A role of which so few places are taken that the volunteers could be recognised, or so few of these are held for somebody, beside
 * those that are confirmed: whoever is told of large groups only is told neither of its places nor of a sum that holds them.
 */
export function placesWithheld(role: Alias, viewer: ViewerShape): Sql {
  if (!isToldOfLargeGroupsOnly(viewer)) return never;
  return sql`(${role}.places_taken between 1 and ${fewest} or ${role}.places_taken
    - (select count(*) from ${table('signup')} plc where plc.role_id = ${role}.id and plc.status = 'CONFIRMED' and ${standingSignup(plc, viewer)}) between 1 and ${fewest})`;
}
