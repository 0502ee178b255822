import type { Adult } from './people/nodes.ts';

export type SchoolKind = 'PRIMARY' | 'JUNIOR' | 'NINE_YEAR';

export interface SchoolPlan {
  readonly name: string;
  readonly kind: SchoolKind;
  readonly classesPerGrade: number;
}

/** How much there is to be of everything. */
export interface Volumes {
  readonly students: number;
  readonly households: number;
  readonly guardians: number;
  readonly classMeetings: number;
  /** Meetings of a grade or of a whole school. */
  readonly wideMeetings: number;
  readonly invitations: number;
  readonly replies: number;
  readonly activities: number;
  readonly shifts: number;
  readonly rolesPerShift: number;
  readonly signups: number;
  readonly volunteerRecords: number;
  readonly documents: number;
  readonly policyEditions: number;
  readonly segments: number;
  readonly lectures: number;
  readonly lecturers: number;
  readonly courses: number;
  readonly courseEditions: number;
  readonly lessonsPerEdition: number;
}

/** An account with a name that people know. */
export interface NamedAccount {
  readonly id: string;
  readonly name: string;
}

/**
 * The named people in parts that the seeds would otherwise give to somebody without a name; parts are told by the keys
 * that the generator of staff makes.
 */
export interface Cast {
  account(part: string): NamedAccount | undefined;
  /** Somebody who is a parent as well. */
  parent(part: string): Adult | undefined;
}

export interface DistrictPlan {
  readonly code: string;
  readonly name: string;
  /** One character, as in the numbers of documents: 西 of 西教〔2021〕12号. */
  readonly short: string;
  /** National and city documents stand once, with the first district. */
  readonly first: boolean;
  readonly schools: readonly SchoolPlan[];
  readonly volumes: Volumes;
}

export const NOBODY_NAMED: Cast = { account: () => undefined, parent: () => undefined };
