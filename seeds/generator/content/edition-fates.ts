import { PublicationStatus } from '../../../src/domains/policy/index.ts';
import { type Calendar, dateOf, morningOf } from '../../deterministic/index.ts';

/** The fate of the last edition of a document. */
export type Fate = 'IN_FORCE' | 'REPEALED' | 'EXPIRED' | 'DRAFT' | 'WITHDRAWN' | 'NOT_YET';

const WANTS_TWO_EDITIONS: ReadonlySet<Fate> = new Set<Fate>(['DRAFT', 'WITHDRAWN', 'NOT_YET']);

function wantedFate(index: number): Fate {
  if (index % 40 === 12) return 'WITHDRAWN';
  if (index % 23 === 6) return 'NOT_YET';
  if (index % 11 === 8) return 'DRAFT';
  if (index % 9 === 5) return 'EXPIRED';
  if (index % 7 === 3) return 'REPEALED';
  return 'IN_FORCE';
}

export function fateOf(index: number, editions: number): Fate {
  const fate = wantedFate(index);
  return WANTS_TWO_EDITIONS.has(fate) && editions < 2 ? 'IN_FORCE' : fate;
}

/** Moves editions to the documents whose fate wants a second one, so that their number stays the same. */
export function withRoomForFates(counts: readonly number[]): number[] {
  const result = [...counts];
  result.forEach((count, index) => {
    if (count >= 2 || !WANTS_TWO_EDITIONS.has(wantedFate(index))) return;
    const donor = result.findIndex((each, other) => each >= 2 && !WANTS_TWO_EDITIONS.has(wantedFate(other)));
    if (donor < 0) return;
    result[donor]! -= 1;
    result[index]! += 1;
  });
  return result;
}

export function statusOf(fate: Fate, edition: number, editions: number): PublicationStatus {
  if (edition < editions - 1) return PublicationStatus.PUBLISHED;
  return fate === 'DRAFT'
    ? PublicationStatus.DRAFT
    : fate === 'WITHDRAWN'
      ? PublicationStatus.WITHDRAWN
      : PublicationStatus.PUBLISHED;
}

/** The first days in force of so many editions, evenly from the day of issue until some months ago. */
export function datesOf(calendar: Calendar, issuedOn: string, editions: number): string[] {
  const first = morningOf(issuedOn).getTime();
  const until = calendar.after(-90 * 24 * 60).getTime();
  const step = Math.max(0, until - first) / editions;
  return Array.from({ length: editions }, (_, edition) =>
    dateOf(new Date(first + step * edition + edition * 86_400_000)),
  );
}
