import type { SchoolClassRecord, SchoolRecord } from '../../../seeds/factories/index.ts';
import type { Family, Scenario, StaffMember } from '../../../seeds/scenario/index.ts';

/** A parent who holds every role there is at the school of their child and above it, so that nothing but their own case stands against them. */
export interface OwnCase {
  readonly scenario: Scenario;
  readonly school: SchoolRecord;
  readonly schoolClass: SchoolClassRecord;
  readonly own: Family;
  readonly me: StaffMember;
  /** Somebody else with the same roles. */
  readonly other: StaffMember;
}

/** How it comes to be about the caller; answers the input of the mutation. */
type Arrange = (world: OwnCase) => Promise<Readonly<Record<string, unknown>>>;

export interface Decides {
  /** Whose case it is, in words. */
  readonly own: string;
  readonly code: string;
  readonly arrange: Arrange;
}

export const REASON = '自己的事';
export const DAY = 24 * 60;

export const guardianOf = ({ own }: OwnCase) => `guardian_${own.parent.guardian.id}`;
