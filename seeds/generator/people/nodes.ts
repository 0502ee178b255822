import type {
  DistrictRecord,
  RoomRecord,
  SchoolClassRecord,
  SchoolRecord,
  SchoolYearRecord,
} from '../../factories/index.ts';
import type { Timetable } from './timetable.ts';

/**
 * The people, as they are kept while a district is made, so that meetings and sign-ups can be theirs: identities and
 * ties, and not the rows, which are in the database by then.
 */
export interface District {
  readonly record: DistrictRecord;
  readonly thisYear: SchoolYearRecord;
  readonly lastYear: SchoolYearRecord;
  readonly schools: School[];
  readonly admins: StaffMember[];
  readonly lecturers: StaffMember[];
  readonly audiences: DistrictAudiences;
  /** Every guardian. */
  readonly adults: Adult[];
  readonly homes: Home[];
}

export interface DistrictAudiences {
  readonly everyone: string;
  readonly primary: string;
  readonly juniorMiddle: string;
}

export interface School {
  readonly record: SchoolRecord;
  readonly index: number;
  readonly classes: SchoolClass[];
  readonly lastClasses: SchoolClass[];
  readonly rooms: Room[];
  readonly admins: StaffMember[];
  /** By the number of the grade. */
  readonly gradeHeads: Map<number, StaffMember>;
  readonly audience: string;
  readonly gradeAudiences: Map<number, string>;
}

export interface SchoolClass {
  readonly record: SchoolClassRecord;
  readonly grade: number;
  readonly school: School;
  /** The same class a year before. */
  readonly from: SchoolClass | null;
  readonly children: Child[];
  homeroom: StaffMember | null;
}

export interface Room {
  readonly record: RoomRecord;
  readonly timetable: Timetable;
}

export interface StaffMember {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  /** The id of an administrator's assignment. */
  readonly assignment?: string;
}

export interface Adult {
  readonly guardian: string;
  readonly person: string;
  readonly name: string;
  /** Holds a guardianship that lets them act for their children. */
  readonly acts: boolean;
  readonly homes: Home[];
  readonly children: readonly Child[];
  readonly timetable: Timetable;
}

export interface Home {
  readonly id: string;
  readonly adults: Adult[];
  readonly children: readonly Child[];
}

export interface Child {
  readonly id: string;
  readonly name: string;
  readonly schoolClass: SchoolClass;
  readonly lastClass: SchoolClass | null;
  readonly homes: Home[];
}
