import { sql, type Alias, type Sql } from '../../../platform/reading/index.ts';
import { administratorOf, familyOf, guardianOf, staffOfSchool, teacherOf } from '../viewer/right-keys.ts';
import { keysOfAudience } from '../audience/audience.targets.ts';

/** A school of a district, or the district itself; ids are bare. */
interface Place {
  readonly school: string | null;
  readonly district: string;
}

/** A right that can be told without a look at the database; ids are bare. */
export type RightAtHand =
  /** Guardian of one of the pupils, who sees its data. */
  | { readonly students: readonly string[] }
  /** Guardian of a pupil who is in the class. */
  | { readonly familiesOf: string }
  /** Works where something is run: has any role at the school, or administers the district. */
  | { readonly runBy: Place }
  /** The same, or is a guardian of a pupil there: of the school, or of any of the district where it names none. */
  | { readonly seenAt: Place }
  /** Teaches or heads the class, or administers its school or district. */
  | { readonly teachersOf: { readonly class: string; readonly school: string; readonly district: string } };

/** The right on which it rests that a person may see a row; an audience is looked up where the row is written. */
export type RestsOn =
  | RightAtHand
  | { readonly audience: string }
  /** The same as another row rests on, by its keys. */
  | { readonly keys: readonly string[] };

export function keysOf(right: RightAtHand): string[] {
  if ('students' in right) return right.students.map(guardianOf);
  if ('familiesOf' in right) return [`class:${right.familiesOf}`];
  if ('teachersOf' in right)
    return [
      teacherOf(right.teachersOf.class),
      administratorOf(right.teachersOf.school),
      administratorOf(right.teachersOf.district),
    ];
  if ('seenAt' in right) {
    const { school, district } = right.seenAt;
    return [familyOf(school ?? district), ...staffAt(right.seenAt)];
  }
  return staffAt(right.runBy);
}

const staffAt = ({ school, district }: Place): string[] => [
  ...(school === null ? [] : [staffOfSchool(school)]),
  administratorOf(district),
];

/** As it travels to the statement that writes the row: the keys as PostgreSQL reads a list of them. Rests on nothing where left out. */
export function toBeWritten(right: RestsOn | undefined): {
  readonly audience: string | null;
  readonly keys: string | null;
} {
  if (right === undefined) return { audience: null, keys: null };
  if ('audience' in right) return { audience: right.audience, keys: null };
  const keys = 'keys' in right ? right.keys : keysOf(right);
  return { audience: null, keys: `{${keys.map((key) => `"${key}"`).join()}}` };
}

/** The value of `rests_on`, of a row that has what `toBeWritten` tells. */
export function writtenRight(row: Alias): Sql {
  return sql`case when ${row}.audience is null then ${row}.keys::text[] else ${keysOfAudience(sql`${row}.audience::uuid`)} end`;
}
