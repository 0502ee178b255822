import { ContentSeeds } from './content.ts';
import type { WorldOptions } from './ground.ts';

export type { CourseOf, EditionOf, SeededCourse, SeededEdition } from './content.ts';
export type { FamilyOf, SeededFamily, SeededGuardian, SeededPerson } from './families.ts';
export type { Span, WorldOptions } from './ground.ts';
export type { MeetingOf, SeededMeeting } from './meetings.ts';
export type { AudienceOf, SeededClass } from './organisation.ts';
export type { SeededStaff, Who } from './staff.ts';
export type { ActivityOf, SeededShift, ShiftOf } from './volunteering.ts';

/**
 * Tells a small story in a database, for a test: each method writes at once what its name says, with everything that it
 * needs, and answers the records; who can sign in has an `accountId`. What is written keeps every invariant.
 */
export class World extends ContentSeeds {
  static async open(options: WorldOptions): Promise<World> {
    return new World(options, await World.reference(options));
  }
}
