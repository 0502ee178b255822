import { raw, sql, type Alias, type Sql } from '../../../platform/reading/index.ts';
import { ACTIVE_SIGNUP } from './entities/signup.entity.ts';
import { OPEN_STAND_IN } from './entities/stand-in.entity.ts';
import { ENTRY_IN_LINE } from './entities/waitlist-entry.entity.ts';

/** Somebody has the place by it, or may still get it. */
export const isActiveSignup = (signup: Alias): Sql => sql`${signup}.status in ${raw(ACTIVE_SIGNUP)}`;

/** They still wait, or a place is held for them. */
export const isInLine = (entry: Alias): Sql => sql`${entry}.status in ${raw(ENTRY_IN_LINE)}`;

/** It may still become a place of somebody else. */
export const isOpenStandIn = (standIn: Alias): Sql => sql`${standIn}.status in ${raw(OPEN_STAND_IN)}`;
