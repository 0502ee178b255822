import { raw, sql, type Alias, type Sql } from '../../../platform/reading/index.ts';
import { OPEN_LECTURE } from './entities/parent-lecture.entity.ts';
import { WAITING_SERVICE } from './entities/service-record.entity.ts';
import { OPEN_SHIFT } from './entities/shift.entity.ts';
import { ACTIVE_SIGNUP } from './entities/signup.entity.ts';
import { OPEN_STAND_IN } from './entities/stand-in.entity.ts';
import { OPEN_ACTIVITY } from './entities/volunteer-activity.entity.ts';
import { ENTRY_IN_LINE } from './entities/waitlist-entry.entity.ts';

/** Somebody has the place by it, or may still get it. */
export const isActiveSignup = (signup: Alias): Sql => sql`${signup}.status in ${raw(ACTIVE_SIGNUP)}`;

/** They still wait, or a place is held for them. */
export const isInLine = (entry: Alias): Sql => sql`${entry}.status in ${raw(ENTRY_IN_LINE)}`;

/** It may still become a place of somebody else. */
export const isOpenStandIn = (standIn: Alias): Sql => sql`${standIn}.status in ${raw(OPEN_STAND_IN)}`;

/** It may still get a time. */
export const isOpenLecture = (lecture: Alias): Sql => sql`${lecture}.status in ${raw(OPEN_LECTURE)}`;

/** Somebody has to decide on it. */
export const serviceWaits = (record: Alias): Sql => sql`${record}.status in ${raw(WAITING_SERVICE)}`;

/** It may still take place. */
export const isOpenShift = (shift: Alias): Sql => sql`${shift}.status in ${raw(OPEN_SHIFT)}`;

/** It may still take place. */
export const isOpenActivity = (activity: Alias): Sql => sql`${activity}.status in ${raw(OPEN_ACTIVITY)}`;
