/**
 * The member of an enum that a stored value is, without a cast; null where this process knows none, for a newer one may have written it
 * while both run.
 */
export function memberOf<T extends string>(members: Readonly<Record<string, T>>, stored: unknown): T | null {
  return Object.values(members).find((member) => member === stored) ?? null;
}

/** Of the members of an enum, each of which is said to be so or not, those that are. */
export type MembersThatAre<Said extends Readonly<Record<string, boolean>>> = {
  [Member in keyof Said]: Said[Member] extends true ? Member : never;
}[keyof Said];

/** The same as SQL, in the order in which they are named: `('PENDING', 'CONFIRMED')`. */
export function membersThatAre(said: Readonly<Record<string, boolean>>): string {
  const members = Object.keys(said).filter((member) => said[member]);
  return `(${members.map((member) => `'${member}'`).join(', ')})`;
}
