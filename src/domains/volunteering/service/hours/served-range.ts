/** From when, and until when exclusive. */
export interface Range {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** The time between coming and leaving that lies in the shift; null where nothing of it does, or one of the two is not known. */
export function servedWithin(
  shift: Range,
  stay: { readonly checkedInAt: Date | null; readonly checkedOutAt: Date | null },
): Range | null {
  if (stay.checkedInAt === null || stay.checkedOutAt === null) return null;
  const startsAt = stay.checkedInAt > shift.startsAt ? stay.checkedInAt : shift.startsAt;
  const endsAt = stay.checkedOutAt < shift.endsAt ? stay.checkedOutAt : shift.endsAt;
  return startsAt < endsAt ? { startsAt, endsAt } : null;
}

export function isSameRange(one: Range, other: Range): boolean {
  return one.startsAt.getTime() === other.startsAt.getTime() && one.endsAt.getTime() === other.endsAt.getTime();
}
