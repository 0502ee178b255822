import type {
  AudienceRecord,
  DistrictRecord,
  RoomRecord,
  SchoolClassRecord,
  SchoolRecord,
  SchoolYearRecord,
} from '../factories/index.ts';
import type { Family, StaffMember } from '../scenario/index.ts';
import type { Batch } from '../writing/index.ts';

/** Where a sample is written: what stands there already, and what it may ask of its world. */
export interface SamplePlace {
  readonly now: Date;
  readonly district: DistrictRecord;
  readonly schoolYear: SchoolYearRecord;
  readonly school: SchoolRecord;
  readonly room: RoomRecord;
  readonly schoolClass: SchoolClassRecord;
  /** The audience of the families of the school. */
  readonly audience: AudienceRecord;
  /** Heads the class. */
  readonly teacher: StaffMember;
  readonly schoolAdmin: StaffMember;
  readonly districtAdmin: StaffMember;
  /** With a child in the class. */
  readonly family: Family;
  /** The first one of its district: what a district has once is written here. */
  readonly first: boolean;
  /** The next of a series of ids; in the demonstration the same on every run. */
  nextId(series: string): string;
  /** The moment and the day that many days from now; before it where negative. */
  at(days: number): Date;
  day(days: number): string;
}

/** Global ids of what a sample has written, by whoever alone may come upon it. What is for the whole district or for everybody is left out. */
export interface SampleReach {
  /** Nobody of another school, district staff and analysts apart: its own staff and the parents of the class do. */
  readonly ofTheSchool?: readonly string[];
  /** The family, the school and the teacher of the class alone. */
  readonly personal?: readonly string[];
  /** The first guardian of the family alone. */
  readonly own?: readonly string[];
}

/** One row at least of each type of a domain, from which all worlds of the tests take theirs. */
export interface Sample {
  /** The demonstration has no scene of its own for the domain, and shows this. Its ids and texts are then said, for the demonstration is the same on every run. */
  readonly inDemonstration?: boolean;
  readonly write: (batch: Batch, place: SamplePlace) => SampleReach;
}
